package org.opora.persistence.unit;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * An entity manager that is asked for its connection and answers with that of its thread. EclipseLink, asked before its first query,
 * would connect an accessor that all managers of the unit share, and hand out that same connection long after it was closed.
 */
final class JoinedManager implements InvocationHandler {
  private final EntityManager real;
  private final Connection joined;

  private JoinedManager(EntityManager real, Connection joined) {
    this.real = real;
    this.joined = joined;
  }

  static EntityManager of(EntityManager real, Connection joined) {
    return (EntityManager)
        Proxy.newProxyInstance(
            // Its own loader sees every type its methods name; ours sees only the packages we import.
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            new JoinedManager(real, joined));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("unwrap") && arguments[0] == Connection.class) {
      return joined;
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
