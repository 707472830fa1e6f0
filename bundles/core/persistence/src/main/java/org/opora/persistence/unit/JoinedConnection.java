package org.opora.persistence.unit;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The connection of a thread as its units see it. Everything goes through, except what would end
 * the transaction: that belongs to the outermost scope. A class rather than a proxy, because every
 * statement of the house goes through it.
 */
final class JoinedConnection implements Connection {
  private static final String UNKNOWN = "?";
  private final Connection real;
  private final Consumer<String> asked;

  /**
   * @param asked is told every statement before it is prepared, and of one that is not known yet
   *     only that there will be one
   */
  JoinedConnection(Connection real, Consumer<String> asked) {
    this.real = real;
    this.asked = asked;
  }

  @Override
  public void commit() {}

  @Override
  public void rollback() {}

  @Override
  public void close() {}

  @Override
  public void abort(Executor executor) {}

  @Override
  public void setAutoCommit(boolean autoCommit) {}

  @Override
  public Statement createStatement() throws SQLException {
    asked.accept(UNKNOWN);
    return real.createStatement();
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    asked.accept(sql);
    return real.prepareStatement(sql);
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    asked.accept(sql);
    return real.prepareCall(sql);
  }

  @Override
  public String nativeSQL(String sql) throws SQLException {
    return real.nativeSQL(sql);
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    return real.getAutoCommit();
  }

  @Override
  public boolean isClosed() throws SQLException {
    return real.isClosed();
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    return real.getMetaData();
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    real.setReadOnly(readOnly);
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return real.isReadOnly();
  }

  @Override
  public void setCatalog(String catalog) throws SQLException {
    real.setCatalog(catalog);
  }

  @Override
  public String getCatalog() throws SQLException {
    return real.getCatalog();
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    real.setTransactionIsolation(level);
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    return real.getTransactionIsolation();
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    return real.getWarnings();
  }

  @Override
  public void clearWarnings() throws SQLException {
    real.clearWarnings();
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    asked.accept(UNKNOWN);
    return real.createStatement(type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    asked.accept(sql);
    return real.prepareStatement(sql, type, concurrency);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    asked.accept(sql);
    return real.prepareCall(sql, type, concurrency);
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    return real.getTypeMap();
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    real.setTypeMap(map);
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    real.setHoldability(holdability);
  }

  @Override
  public int getHoldability() throws SQLException {
    return real.getHoldability();
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    return real.setSavepoint();
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    return real.setSavepoint(name);
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    real.rollback(savepoint);
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    real.releaseSavepoint(savepoint);
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    asked.accept(UNKNOWN);
    return real.createStatement(type, concurrency, holdability);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    asked.accept(sql);
    return real.prepareStatement(sql, type, concurrency, holdability);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    asked.accept(sql);
    return real.prepareCall(sql, type, concurrency, holdability);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int autoGeneratedKeys) throws SQLException {
    asked.accept(sql);
    return real.prepareStatement(sql, autoGeneratedKeys);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
    asked.accept(sql);
    return real.prepareStatement(sql, columnIndexes);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
    asked.accept(sql);
    return real.prepareStatement(sql, columnNames);
  }

  @Override
  public Clob createClob() throws SQLException {
    return real.createClob();
  }

  @Override
  public Blob createBlob() throws SQLException {
    return real.createBlob();
  }

  @Override
  public NClob createNClob() throws SQLException {
    return real.createNClob();
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    return real.createSQLXML();
  }

  @Override
  public boolean isValid(int timeout) throws SQLException {
    return real.isValid(timeout);
  }

  @Override
  public String getClientInfo(String name) throws SQLException {
    return real.getClientInfo(name);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    return real.getClientInfo();
  }

  @Override
  public Array createArrayOf(String typeName, Object[] elements) throws SQLException {
    return real.createArrayOf(typeName, elements);
  }

  @Override
  public Struct createStruct(String typeName, Object[] attributes) throws SQLException {
    return real.createStruct(typeName, attributes);
  }

  @Override
  public void setSchema(String schema) throws SQLException {
    real.setSchema(schema);
  }

  @Override
  public String getSchema() throws SQLException {
    return real.getSchema();
  }

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    real.setNetworkTimeout(executor, milliseconds);
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    return real.getNetworkTimeout();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return real.isWrapperFor(type);
  }

  @Override
  public void setClientInfo(String name, String value) throws SQLClientInfoException {
    real.setClientInfo(name, value);
  }

  @Override
  public void setClientInfo(Properties properties) throws SQLClientInfoException {
    real.setClientInfo(properties);
  }
}
