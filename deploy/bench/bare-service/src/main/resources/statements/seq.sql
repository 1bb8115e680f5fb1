select seq from cycle_summary where subject = :subject
