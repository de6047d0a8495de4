-- Nodes keep clients in memory for a moment; here they hear that one isn't what it was.
CREATE FUNCTION tell_of_client() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('roster_clients', OLD.client_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER clients_changed AFTER UPDATE ON clients
  FOR EACH ROW WHEN (NEW.revision <> OLD.revision) EXECUTE FUNCTION tell_of_client();
CREATE TRIGGER clients_gone AFTER DELETE ON clients
  FOR EACH ROW EXECUTE FUNCTION tell_of_client();

UPDATE properties SET value = '7' WHERE name = 'schema.version';
