package org.opora.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What an embedded Derby has prepared on a connection stays with that connection. Derby remembers
 * compiled statements, but builds the whole machinery of one anew each time it is prepared, which
 * takes as long as asking a small question does. The driver of PostgreSQL keeps them by itself.
 *
 * <p>Kept is only what leaves nothing behind: a statement with settings of its own, and one that
 * failed, is closed for good.
 */
final class KeptStatements implements InvocationHandler {
  /** For each connection; a page asks some twenty different questions. */
  static final int MOST = 64;

  private final Connection real;
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
  private boolean closed;

  private KeptStatements(Connection real) {
    this.real = real;
  }

  /** The same source; its connections keep their statements. */
  static DataSource over(DataSource source) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object answer = call(source, method, arguments);
          return answer instanceof Connection connection ? keeping(connection) : answer;
        });
  }

  private static Connection keeping(Connection real) {
    return proxy(Connection.class, new KeptStatements(real));
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "equals" -> self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      case "close" -> {
        close();
        yield null;
      }
      case "prepareStatement" ->
          arguments.length == 1
              ? proxy(PreparedStatement.class, new Lent((String) arguments[0]))
              : call(real, method, arguments);
      default -> call(real, method, arguments);
    };
  }

  private PreparedStatement take(String sql) throws SQLException {
    PreparedStatement kept;
    synchronized (idle) {
      kept = idle.remove(sql);
    }
    return kept == null ? real.prepareStatement(sql) : kept;
  }

  private void keep(String sql, PreparedStatement statement) throws SQLException {
    PreparedStatement surplus = null;
    synchronized (idle) {
      if (closed || idle.putIfAbsent(sql, statement) != null) {
        surplus = statement;
      } else if (idle.size() > MOST) {
        Iterator<PreparedStatement> eldest = idle.values().iterator();
        surplus = eldest.next();
        eldest.remove();
      }
    }
    if (surplus != null) {
      surplus.close();
    }
  }

  private void close() throws SQLException {
    synchronized (idle) {
      closed = true;
      // They go with their connection.
      idle.clear();
    }
    real.close();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  /** A statement in the hands of somebody, until they close it. */
  private final class Lent implements InvocationHandler {
    private final String sql;
    private final PreparedStatement statement;
    private ResultSet open;
    private boolean spoiled;
    private boolean batched;
    private boolean returned;

    Lent(String sql) throws SQLException {
      this.sql = sql;
      this.statement = take(sql);
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      return switch (method.getName()) {
        case "equals" -> self == arguments[0];
        case "hashCode" -> System.identityHashCode(self);
        case "isClosed" -> returned || statement.isClosed();
        case "close" -> {
          giveBack();
          yield null;
        }
        default -> use(method, arguments);
      };
    }

    private Object use(Method method, Object[] arguments) throws Throwable {
      if (returned) {
        throw new SQLException("The statement is closed");
      }
      // Values have a place and a value; what takes one argument is a setting of the statement.
      spoiled |= method.getName().startsWith("set") && arguments.length == 1;
      batched |= method.getName().equals("addBatch");
      try {
        Object answer = call(statement, method, arguments);
        if (answer instanceof ResultSet rows) {
          open = rows;
        }
        return answer;
      } catch (SQLException failed) {
        spoiled = true;
        throw failed;
      }
    }

    private void giveBack() throws SQLException {
      if (returned) {
        return;
      }
      returned = true;
      if (spoiled) {
        statement.close();
        return;
      }
      try {
        if (open != null) {
          open.close();
        }
        if (batched) {
          statement.clearBatch();
        }
        statement.clearParameters();
      } catch (SQLException broken) {
        statement.close();
        throw broken;
      }
      keep(sql, statement);
    }
  }
}
