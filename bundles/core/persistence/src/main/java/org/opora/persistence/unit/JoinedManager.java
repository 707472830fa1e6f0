package org.opora.persistence.unit;

import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.ConnectionConsumer;
import jakarta.persistence.ConnectionFunction;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.FindOption;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockOption;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.RefreshOption;
import jakarta.persistence.StoredProcedureQuery;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.TypedQueryReference;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaSelect;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.metamodel.Metamodel;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An entity manager that is asked for its connection and answers with that of its thread.
 * EclipseLink, asked before its first query, would connect an accessor that all managers of the
 * unit share, and hand out that same connection long after it was closed. Everything else goes
 * through, to a manager that is opened when something is asked of it: many scopes only read by
 * statements of their own. A class rather than a proxy, because every query of the house goes
 * through it.
 */
final class JoinedManager implements EntityManager {
  private final Supplier<EntityManager> opener;
  private final Connection joined;
  private EntityManager opened;

  JoinedManager(Supplier<EntityManager> opener, Connection joined) {
    this.opener = opener;
    this.joined = joined;
  }

  private EntityManager real() {
    if (opened == null) {
      opened = opener.get();
    }
    return opened;
  }

  @Override
  public void persist(Object object) {
    real().persist(object);
  }

  @Override
  public <T> T merge(T entity) {
    return real().merge(entity);
  }

  @Override
  public void remove(Object object) {
    real().remove(object);
  }

  @Override
  public <T> T find(Class<T> type, Object object) {
    return real().find(type, object);
  }

  @Override
  public <T> T find(Class<T> type, Object object, Map<String, Object> properties) {
    return real().find(type, object, properties);
  }

  @Override
  public <T> T find(Class<T> type, Object object, LockModeType mode) {
    return real().find(type, object, mode);
  }

  @Override
  public <T> T find(
      Class<T> type, Object object, LockModeType mode, Map<String, Object> properties) {
    return real().find(type, object, mode, properties);
  }

  @Override
  public <T> T find(Class<T> type, Object object, FindOption... options) {
    return real().find(type, object, options);
  }

  @Override
  public <T> T find(EntityGraph<T> graph, Object object, FindOption... options) {
    return real().find(graph, object, options);
  }

  @Override
  public <T> T getReference(Class<T> type, Object object) {
    return real().getReference(type, object);
  }

  @Override
  public <T> T getReference(T entity) {
    return real().getReference(entity);
  }

  @Override
  public void flush() {
    real().flush();
  }

  @Override
  public void setFlushMode(FlushModeType mode) {
    real().setFlushMode(mode);
  }

  @Override
  public FlushModeType getFlushMode() {
    return real().getFlushMode();
  }

  @Override
  public void lock(Object object, LockModeType mode) {
    real().lock(object, mode);
  }

  @Override
  public void lock(Object object, LockModeType mode, Map<String, Object> properties) {
    real().lock(object, mode, properties);
  }

  @Override
  public void lock(Object object, LockModeType mode, LockOption... options) {
    real().lock(object, mode, options);
  }

  @Override
  public void refresh(Object object) {
    real().refresh(object);
  }

  @Override
  public void refresh(Object object, Map<String, Object> properties) {
    real().refresh(object, properties);
  }

  @Override
  public void refresh(Object object, LockModeType mode) {
    real().refresh(object, mode);
  }

  @Override
  public void refresh(Object object, LockModeType mode, Map<String, Object> properties) {
    real().refresh(object, mode, properties);
  }

  @Override
  public void refresh(Object object, RefreshOption... options) {
    real().refresh(object, options);
  }

  @Override
  public void clear() {
    real().clear();
  }

  @Override
  public void detach(Object object) {
    real().detach(object);
  }

  @Override
  public boolean contains(Object object) {
    return real().contains(object);
  }

  @Override
  public LockModeType getLockMode(Object object) {
    return real().getLockMode(object);
  }

  @Override
  public void setCacheRetrieveMode(CacheRetrieveMode mode) {
    real().setCacheRetrieveMode(mode);
  }

  @Override
  public void setCacheStoreMode(CacheStoreMode mode) {
    real().setCacheStoreMode(mode);
  }

  @Override
  public CacheRetrieveMode getCacheRetrieveMode() {
    return real().getCacheRetrieveMode();
  }

  @Override
  public CacheStoreMode getCacheStoreMode() {
    return real().getCacheStoreMode();
  }

  @Override
  public void setProperty(String text, Object object) {
    real().setProperty(text, object);
  }

  @Override
  public Map<String, Object> getProperties() {
    return real().getProperties();
  }

  @Override
  public Query createQuery(String text) {
    return real().createQuery(text);
  }

  @Override
  public <T> TypedQuery<T> createQuery(CriteriaQuery<T> query) {
    return real().createQuery(query);
  }

  @Override
  public <T> TypedQuery<T> createQuery(CriteriaSelect<T> query) {
    return real().createQuery(query);
  }

  @Override
  public Query createQuery(CriteriaUpdate<?> query) {
    return real().createQuery(query);
  }

  @Override
  public Query createQuery(CriteriaDelete<?> query) {
    return real().createQuery(query);
  }

  @Override
  public <T> TypedQuery<T> createQuery(String text, Class<T> type) {
    return real().createQuery(text, type);
  }

  @Override
  public Query createNamedQuery(String text) {
    return real().createNamedQuery(text);
  }

  @Override
  public <T> TypedQuery<T> createNamedQuery(String text, Class<T> type) {
    return real().createNamedQuery(text, type);
  }

  @Override
  public <T> TypedQuery<T> createQuery(TypedQueryReference<T> reference) {
    return real().createQuery(reference);
  }

  @Override
  public Query createNativeQuery(String text) {
    return real().createNativeQuery(text);
  }

  @Override
  public <T> Query createNativeQuery(String text, Class<T> type) {
    return real().createNativeQuery(text, type);
  }

  @Override
  public Query createNativeQuery(String text, String text2) {
    return real().createNativeQuery(text, text2);
  }

  @Override
  public StoredProcedureQuery createNamedStoredProcedureQuery(String text) {
    return real().createNamedStoredProcedureQuery(text);
  }

  @Override
  public StoredProcedureQuery createStoredProcedureQuery(String text) {
    return real().createStoredProcedureQuery(text);
  }

  @Override
  public StoredProcedureQuery createStoredProcedureQuery(String text, Class<?>... types) {
    return real().createStoredProcedureQuery(text, types);
  }

  @Override
  public StoredProcedureQuery createStoredProcedureQuery(String text, String... names) {
    return real().createStoredProcedureQuery(text, names);
  }

  @Override
  public void joinTransaction() {
    real().joinTransaction();
  }

  @Override
  public boolean isJoinedToTransaction() {
    return opened != null && opened.isJoinedToTransaction();
  }

  @Override
  public Object getDelegate() {
    return real().getDelegate();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public boolean isOpen() {
    return real().isOpen();
  }

  @Override
  public EntityTransaction getTransaction() {
    return real().getTransaction();
  }

  @Override
  public EntityManagerFactory getEntityManagerFactory() {
    return real().getEntityManagerFactory();
  }

  @Override
  public CriteriaBuilder getCriteriaBuilder() {
    return real().getCriteriaBuilder();
  }

  @Override
  public Metamodel getMetamodel() {
    return real().getMetamodel();
  }

  @Override
  public <T> EntityGraph<T> createEntityGraph(Class<T> type) {
    return real().createEntityGraph(type);
  }

  @Override
  public EntityGraph<?> createEntityGraph(String text) {
    return real().createEntityGraph(text);
  }

  @Override
  public EntityGraph<?> getEntityGraph(String text) {
    return real().getEntityGraph(text);
  }

  @Override
  public <T> List<EntityGraph<? super T>> getEntityGraphs(Class<T> type) {
    return real().getEntityGraphs(type);
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type == Connection.class ? type.cast(joined) : real().unwrap(type);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <C> void runWithConnection(ConnectionConsumer<C> action) {
    callWithConnection(
        connection -> {
          action.accept((C) connection);
          return null;
        });
  }

  @Override
  @SuppressWarnings("unchecked")
  public <C, T> T callWithConnection(ConnectionFunction<C, T> function) {
    try {
      return function.apply((C) joined);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new PersistenceException(e);
    }
  }
}
