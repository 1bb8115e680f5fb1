select cast(pg_advisory_xact_lock(:lock) as text)
