-- A change of a day replaces the sealed summary, too. What stands there in an earlier form goes; the next forecast makes it anew.
update cycle_summary set document = null;
comment on table cycle_summary is 'One row a person: seq counts the writes to her journal; the sealed summary says for which seq it is true.';
