with bumped as (
  insert into cycle_summary (subject, dek_id, seq)
  values (cast(:subject as bytea), cast(:dekId as bytea), 1)
  on conflict (subject) do update set seq = cycle_summary.seq + 1
)
insert into journal_day (subject, tag, dek_id, document)
select cast(:subject as bytea), substr(cast(:tags as bytea), 16 * i + 1, 16),
  cast(:dekId as bytea), substr(cast(:documents as bytea), :size * i + 1, :size)
from generate_series(0, :last) as i
on conflict (subject, tag) do update set dek_id = excluded.dek_id, document = excluded.document
