package org.opora.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.persistence.Changes;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.MasterKeys;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.Units;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.text.Text;
import org.opora.persistence.contributions.DatabaseHealth;
import org.opora.persistence.database.DatabaseUnavailable;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.database.Settings;
import org.opora.persistence.keys.MasterKey;
import org.opora.persistence.keys.TypedKey;
import org.opora.persistence.migration.MigrationRefused;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.unit.Unit;
import org.opora.persistence.unit.UnitBook;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the database open while the house stands, and gives every bundle that brings a schema its
 * unit. All of it happens on the thread that starts the bundle, so that a bundle is ready, or known
 * to have failed, when its start returns.
 */
@Component(
    service = {},
    immediate = true)
public final class Caretaker {
  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

  private final BundleContext context;
  private final UnitBook book = new UnitBook();
  private final Deque<ServiceRegistration<?>> services = new ArrayDeque<>();
  private final Map<Schema, Tenant> tenants = new ConcurrentHashMap<>();

  /** Null when the database could not be opened. */
  private final Foundation foundation;

  private record Tenant(Unit unit, ServiceRegistration<Transactions> transactions) {}

  @Activate
  public Caretaker(BundleContext context) {
    this.context = context;
    this.foundation = lay();
  }

  private Foundation lay() {
    try {
      Foundation laid =
          Foundation.lay(
              Settings.from(context::getProperty), Scripts.in(context.getBundle()), typed());
      Database database = new HouseDatabase(laid.database());
      offer(Database.class, database);
      offer(Keys.class, laid.keys());
      offer(MasterKeys.class, laid.masterKeys());
      offer(Changes.class, laid.scopes().writes());
      offer(Units.class, book);
      offer(HealthCheck.class, DatabaseHealth.of(database, book::anyFailure));
      LOG.info("{} is open", laid.database().product());
      return laid;
    } catch (DatabaseUnavailable e) {
      LOG.error("{}", e.getMessage(), e.getCause());
      offer(HealthCheck.class, DatabaseHealth.closed(e.text()));
    } catch (RuntimeException e) {
      LOG.error("The database was not opened", e);
      offer(HealthCheck.class, DatabaseHealth.closed(text("database.unavailable")));
    }
    return null;
  }

  private MasterKey typed() {
    return "true".equals(context.getProperty("opora.key.typed")) ? TypedKey.read(System.in) : null;
  }

  private <T> void offer(Class<T> type, T service) {
    services.push(context.registerService(type, service, null));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addSchema(Schema schema, ServiceReference<Schema> reference) {
    if (foundation == null) {
      return;
    }
    String name = schema.unit();
    Unit unit;
    try {
      unit = build(schema, reference.getBundle());
    } catch (RuntimeException | LinkageError e) {
      book.failed(name, reason(name, e));
      LOG.error("The unit {} cannot be used", name, e);
      return;
    }
    book.opened(name);
    Dictionary<String, Object> properties = new Hashtable<>(Map.of(Transactions.UNIT, name));
    tenants.put(
        schema,
        new Tenant(
            unit, context.registerService(Transactions.class, unit.transactions(), properties)));
  }

  private synchronized Unit build(Schema schema, Bundle bundle) {
    return foundation.add(
        schema,
        Scripts.in(bundle),
        bundle.adapt(BundleWiring.class).getClassLoader(),
        bundle.getEntry("/"));
  }

  private static Text reason(String unit, Throwable fault) {
    return fault instanceof MigrationRefused refused ? refused.text() : text("unit.unsound", unit);
  }

  void removeSchema(Schema schema) {
    book.gone(schema.unit());
    Tenant tenant = tenants.remove(schema);
    if (tenant != null) {
      leave(tenant);
    }
  }

  /** First nobody finds the unit any more, then those who use it finish, then it closes. */
  private void leave(Tenant tenant) {
    tenant.transactions().unregister();
    if (!foundation.remove(tenant.unit())) {
      LOG.warn("The unit {} was closed while it was in use", tenant.unit().name());
    }
  }

  @Deactivate
  void stop() {
    List<Tenant> last = List.copyOf(tenants.values());
    tenants.clear();
    last.forEach(this::leave);
    services.forEach(ServiceRegistration::unregister);
    if (foundation != null) {
      foundation.close();
    }
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(PersistenceModule.ORIGIN, key, arguments);
  }
}
