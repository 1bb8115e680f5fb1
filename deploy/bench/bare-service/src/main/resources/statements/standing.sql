select s.seq, s.document as summary, d.tag, d.dek_id, d.document
from (select cast(:subject as bytea) as subject, cast(:tag as bytea) as tag) as asked
left join cycle_summary s on s.subject = asked.subject
left join journal_day d on d.subject = asked.subject and d.tag = asked.tag
