select tag, dek_id, document from journal_day where subject = :subject and tag = :tag
