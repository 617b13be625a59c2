"""What an editor would ask: rules over the record, the filled memo and the rendered file."""
