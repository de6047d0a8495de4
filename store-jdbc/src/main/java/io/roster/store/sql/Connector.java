package io.roster.store.sql;

import java.sql.SQLException;

/** What sets one kind of database apart from others. */
public interface Connector {
  /** Opens a connection whose commits are durable when they return. */
  Sql writing() throws SQLException;

  /** Opens a connection that can't change anything. */
  Sql reading() throws SQLException;

  /** The statement that begins a transaction that writes. */
  String begin();

  Fault fault(SQLException e);

  /** Is told after each commit, on the connection that made it. */
  default void committed(Sql sql) throws SQLException {}
}
