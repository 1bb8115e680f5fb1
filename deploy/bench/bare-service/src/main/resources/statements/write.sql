with bumped as (
  insert into cycle_summary (subject, dek_id, seq, document)
  values (cast(:subject as bytea), cast(:dekId as bytea), 1, cast(:summary as bytea))
  on conflict (subject) do update
  set seq = cycle_summary.seq + 1, document = excluded.document
)
insert into journal_day (subject, tag, dek_id, document)
values (cast(:subject as bytea), cast(:tag as bytea), cast(:dekId as bytea), cast(:document as bytea))
on conflict (subject, tag) do update set dek_id = excluded.dek_id, document = excluded.document
