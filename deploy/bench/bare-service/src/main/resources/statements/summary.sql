select dek_id, seq, document from cycle_summary where subject = :subject
