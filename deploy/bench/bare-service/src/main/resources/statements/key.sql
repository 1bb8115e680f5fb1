select k.subject, k.dek_id, k.epoch, k.wrapped, e.key_arn, kek.wrapped as kek
from subject_key k
left join kek on kek.epoch = k.epoch and kek.shard = (get_byte(k.subject, 0) & 15)
left join key_epoch e on e.epoch = kek.epoch
where k.subject = :subject
