package org.opora.modulekit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.module.spi.Module;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.api.web.spi.TabletWork;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Doors;
import org.opora.registry.register.Register;
import org.opora.registry.register.Watched;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.Texts;

/**
 * What the pages of a module owe the house. A test extends it, puts the module together over the
 * register and walks through it as people do: every template is made into a page from what handlers
 * really answer, asks for nothing that is not there, and what the walk has written is held against
 * what the reception says. In the end the module leaves and comes back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class PagesContract {
  private final Onlooker onlooker = new Onlooker();
  private Register register;
  private Walk walk;
  private List<RouteSet> sets;

  /** The reception. */
  protected abstract Module module();

  protected abstract Schema schema();

  /** Every set of routes, put together over the register. */
  protected abstract List<RouteSet> routes(Register register, BundleTexts texts);

  /**
   * Whoever answers for what the module keeps of people.
   *
   * @param unit the module's tables; somebody looks on at what is asked of them
   */
  protected List<PersonDataOwner> owners(Register register, Transactions unit) {
    return List.of();
  }

  /** What the module has for tablets. */
  protected List<TabletWork> tabletWork(Register register) {
    return List.of();
  }

  /** Opens every page of the module at least once, with something on it. */
  protected abstract void walk(Walk walk);

  @BeforeAll
  final void walked() {
    register = new Register(Product.DERBY, schema());
    enter();
    walk(walk);
  }

  private void enter() {
    String origin = "org.opora." + module().id();
    sets = routes(register, new BundleTexts(module().getClass(), origin));
    PageHouse pages =
        PageHouse.watched(
            Register.TODAY, module().id(), module().getClass(), origin, onlooker::over, onlooker);
    walk =
        new Walk(
            register,
            Doors.of(pages, sets.toArray(RouteSet[]::new)),
            module(),
            walk == null ? register.viewer("director", module()) : walk.director());
  }

  @AfterAll
  final void left() {
    register.close();
  }

  private Path classes() {
    try {
      return Path.of(
          module().getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  @Order(1)
  void everyTemplateWasMadeIntoAPage() {
    Set<String> unseen = new TreeSet<>(Templates.of(classes()));
    unseen.removeAll(Templates.with(classes(), walk.doors().shown()));
    unseen.removeAll(onlooker.seen());
    assertEquals(Set.of(), unseen, "walk to a page that shows them");
  }

  @Test
  @Order(1)
  void noTemplateAskedInVain() {
    assertEquals(List.of(), onlooker.faults(classes()));
  }

  @Test
  @Order(1)
  void whatItProvesIsSaidByItsReception() {
    Set<String> proven = column("KIND", "EVIDENCE");
    proven.removeAll(module().evidence());
    assertEquals(Set.of(), proven, "name them in evidence() or services()");
  }

  /** A line of the story is read when the module is long gone. */
  @Test
  @Order(1)
  void itsLinesOfTheStoryAreWholeAndLeadToItsPages() {
    for (String title : List.of("TITLE_CS", "TITLE_PL", "TITLE_EN")) {
      assertTrue(column(title, "TIMELINE").stream().noneMatch(String::isBlank), title);
    }
    List<String> lost =
        column("HREF", "TIMELINE").stream().filter(href -> !opens(href, false)).toList();
    assertEquals(List.of(), lost);
  }

  @Test
  @Order(1)
  void whatItWroteIntoTheTrailHasWords() {
    Set<String> words = Texts.of(classes(), "en").keySet();
    List<String> without =
        register.tx.read(
            em ->
                strings(em, "SELECT DISTINCT ACT FROM ACCESS.AUDIT_EVENT").stream()
                    .filter(act -> act.startsWith(module().id() + "."))
                    .filter(act -> !words.contains("act." + act))
                    .filter(act -> !words.contains("permission." + act))
                    .toList());
    assertEquals(List.of(), without);
  }

  @Test
  @Order(1)
  void whatRunsOnATabletOpensThere() {
    for (TabletWork work : tabletWork(register)) {
      List<String> shut =
          work.running(walk.director()).stream()
              .map(TabletWork.Running::href)
              .filter(href -> !opens(href, true))
              .toList();
      assertEquals(List.of(), shut);
    }
  }

  /**
   * Every table that names people is counted, and every sealed word is read or named for review.
   */
  @Test
  @Order(2)
  void whoeverAsksWhatIsKnownOfThemIsTold() {
    Transactions unit = register.house.transactions(module().id());
    Set<String> read = new HashSet<>();
    List<PersonDataOwner> owners = owners(register, new Watched(unit, new HashSet<>(), read));
    Map<String, Long> known = new TreeMap<>();
    for (String column : schema().personColumns()) {
      Collection<PersonId> people = people(unit, column);
      assertTrue(!people.isEmpty(), "the walk writes nothing into " + column);
      for (PersonId person : people) {
        Set<PersonId> asked = Set.of(person);
        long found = owners.stream().mapToLong(owner -> owner.count(asked)).sum();
        known.merge(column, found, Long::sum);
        owners.forEach(owner -> owner.export(asked));
        owners.forEach(owner -> owner.review(asked));
      }
    }
    known.forEach((column, found) -> assertTrue(found > 0, column + " is not counted"));
    Set<String> silent = new TreeSet<>(Tables.sealed(schema()));
    for (Class<?> entity : Tables.own(schema())) {
      if (read.contains(entity.getSimpleName())) {
        silent.remove(Tables.table(entity));
      }
    }
    assertEquals(Set.of(), silent, "export it or name it for review");
  }

  /** Its tables stay, its lines are read without a link, and all is there when it comes back. */
  @Test
  @Order(3)
  void itLeavesAndComesBack() {
    Map<String, Long> before = rows(register.house.transactions(module().id()));
    assertTrue(register.house.database().remove(module().id()));
    Viewer reader = walk.director();
    for (UUID file : files()) {
      register.timeline.of(reader, new CaseFileId(file), null, 100).items().stream()
          .filter(entry -> entry.origin().equals(module().id()))
          .forEach(
              entry -> {
                assertTrue(!entry.title().in(reader.locale()).isBlank());
                assertEquals(null, entry.href(), "a link to a page that went");
              });
    }
    register.house.database().add(schema());
    assertEquals(before, rows(register.house.transactions(module().id())));
    enter();
    for (String href : column("HREF", "TIMELINE")) {
      walk.doors().open(reader, href);
    }
  }

  private Map<String, Long> rows(Transactions unit) {
    Map<String, Long> rows = new HashMap<>();
    for (Class<?> entity : Tables.own(schema())) {
      rows.put(
          Tables.table(entity),
          unit.read(
              em ->
                  em.createQuery(
                          "SELECT COUNT(e) FROM " + entity.getSimpleName() + " e", Long.class)
                      .getSingleResult()));
    }
    return rows;
  }

  private Set<UUID> files() {
    return Set.copyOf(
        register.tx.read(
            em -> em.createQuery("SELECT f.id FROM CaseFile f", UUID.class).getResultList()));
  }

  private Collection<PersonId> people(Transactions unit, String column) {
    String[] parts = column.split("\\.");
    for (Class<?> entity : Tables.own(schema())) {
      if (Tables.table(entity).equalsIgnoreCase(parts[0])) {
        String field = Tables.field(entity, parts[1]);
        return unit.read(
            em ->
                em
                    .createQuery(
                        "SELECT DISTINCT e.%s FROM %s e WHERE e.%s IS NOT NULL"
                            .formatted(field, entity.getSimpleName(), field),
                        UUID.class)
                    .getResultList()
                    .stream()
                    .map(PersonId::new)
                    .toList());
      }
    }
    return List.of();
  }

  private boolean opens(String href, boolean onTablet) {
    String path = href.split("[?#]")[0];
    return sets.stream()
        .flatMap(set -> set.routes().stream())
        .filter(route -> route.method() == Route.Method.GET)
        .filter(route -> route.tablet() || !onTablet)
        .anyMatch(route -> path.matches(route.pattern().replaceAll("\\{[^}]+}", "[^/]+")));
  }

  /** What the module has written into a column of the register. */
  private Set<String> column(String column, String table) {
    return register.tx.read(
        em ->
            new TreeSet<>(
                strings(
                    em,
                    "SELECT DISTINCT %s FROM CASE_REGISTRY.%s WHERE %s IS NOT NULL AND ORIGIN = '%s'"
                        .formatted(column, table, column, module().id()))));
  }

  private static List<String> strings(EntityManager em, String sql) {
    List<String> all = new ArrayList<>();
    for (Object one : em.createNativeQuery(sql).getResultList()) {
      all.add(String.valueOf(one));
    }
    return all;
  }
}
