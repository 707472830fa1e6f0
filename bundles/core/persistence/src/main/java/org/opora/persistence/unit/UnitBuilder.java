package org.opora.persistence.unit;

import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.opora.api.access.rows.CanonicalPerson;
import org.opora.api.access.rows.Relation;
import org.opora.api.access.rows.SameKey;
import org.opora.api.access.rows.Wall;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.database.OpenDatabase;

/** Builds persistence units without a container. */
public final class UnitBuilder {
  private static final List<Class<?>> ROWS =
      List.of(Relation.class, Wall.class, CanonicalPerson.class, SameKey.class);

  /** More than any bundle asks, so that each query is parsed once. */
  private static final int PARSED_QUERIES = 1000;

  private final OpenDatabase database;
  private final Scopes scopes;

  public UnitBuilder(OpenDatabase database, Scopes scopes) {
    this.database = database;
    this.scopes = scopes;
  }

  /**
   * @param root URL that exists and belongs to this revision of the bundle alone
   * @throws RuntimeException when the mapping is unsound
   */
  public Unit build(Schema schema, ClassLoader bundle, URL root) {
    ClassLoader loader =
        new UnitLoader(
            bundle,
            List.of(
                PersistenceProvider.class.getClassLoader(), UnitBuilder.class.getClassLoader()));
    List<String> classes =
        Stream.concat(schema.entities().stream(), ROWS.stream())
            .map(Class::getName)
            .distinct()
            .toList();
    UnitInfo info = new UnitInfo(schema.unit(), classes, root, loader, new JoinedSource(scopes));
    EntityManagerFactory factory =
        new PersistenceProvider()
            .createContainerEntityManagerFactory(info, properties(schema.unit()));
    try {
      // The provider builds the mapping with the first manager: a fault shall show here, not on
      // somebody's page.
      factory.createEntityManager().close();
      JpaHelper.getServerSession(factory).getProject().setJPQLParseCacheMaxSize(PARSED_QUERIES);
    } catch (RuntimeException e) {
      factory.close();
      throw e;
    }
    return new Unit(schema.unit(), factory, scopes);
  }

  private Map<String, Object> properties(String unit) {
    return Map.ofEntries(
        // EclipseLink keeps factories by session name; a name of its own keeps a new revision apart
        // from the old one, and a database from another one that is open beside it.
        Map.entry("eclipselink.session-name", unit + "-" + UUID.randomUUID()),
        Map.entry("eclipselink.weaving", "false"),
        Map.entry("eclipselink.target-database", platform().getName()),
        Map.entry("eclipselink.cache.shared.default", "false"),
        Map.entry("eclipselink.jdbc.bind-parameters", "true"),
        Map.entry("eclipselink.jdbc.exclusive-connection.mode", "Always"),
        // What goes wrong is thrown, and logged by whoever cannot handle it; EclipseLink would
        // print it besides.
        Map.entry("eclipselink.logging.level", "OFF"),
        Map.entry("eclipselink.logging.parameters", "false"));
  }

  private Class<?> platform() {
    return switch (database.dialect()) {
      case DERBY -> UtcDerbyPlatform.class;
      case POSTGRESQL -> UtcPostgreSQLPlatform.class;
    };
  }
}
