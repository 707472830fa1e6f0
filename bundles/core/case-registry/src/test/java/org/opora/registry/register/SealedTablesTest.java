package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.RegistrySchema;
import org.opora.registry.kin.domain.Days;
import org.opora.testkit.OnEveryDatabase;

/**
 * No table with sealed words is forgotten when somebody asks what is known of them: the extract
 * reads it, or names it for whoever looks first. A table that is added later fails here until it
 * does, or says why not.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedTablesTest {
  private static final String JOURNAL =
      "journal of imports; what became of it stands in the tables that are read";

  private static final String OF_PLAN = "of a plan, which is named by its file";
  private static final String OF_AIM = "of an aim, which is named by its file";

  /** Tables with sealed words that no extract reads, each with the reason. */
  private static final Map<String, String> NOBODYS =
      Map.ofEntries(
          Map.entry("AIM_GOAL", OF_AIM),
          Map.entry("AIM_REVIEW", OF_AIM),
          Map.entry("AIM_STEP", OF_AIM),
          Map.entry("AIM_VERSION", OF_AIM),
          Map.entry("ARCHIVE_SEARCH", "why somebody of the staff looked into the archive"),
          Map.entry("COMPLAINT", "names people in words only; the book is looked through"),
          Map.entry("COMPLAINT_FORMER", "how a complaint read before"),
          Map.entry("EMERGENCY_ACCESS", "why a colleague opened a file, and who reviewed it"),
          Map.entry("EXPORT_REQUEST", "what a colleague needed a list for; it holds no row of it"),
          Map.entry("IMPORT_CHANGE", JOURNAL),
          Map.entry("IMPORT_FAMILY", JOURNAL),
          Map.entry("IMPORT_FINDING", JOURNAL),
          Map.entry("IMPORT_ROW", JOURNAL),
          Map.entry("IMPORT_RUN", JOURNAL),
          Map.entry("IMPORTED", JOURNAL),
          Map.entry("INCIDENT_STEP", "of an incident, which is named"),
          Map.entry("INCIDENT_VERSION", "how an incident read before"),
          Map.entry("INQUIRY_CORRECTION", "of an inquiry, which is named"),
          Map.entry("INTAKE_DISPOSAL", "why words were deleted"),
          Map.entry("PLAN_LINE", OF_PLAN),
          Map.entry("PLAN_REVIEW", OF_PLAN),
          Map.entry("PROMISE_ENTRY", "why what an agreement promises was struck"),
          Map.entry("RAISED_WALL", "why colleagues are kept away; about them, not the person"),
          Map.entry("STAFF_CHECK", "about a member of staff"),
          Map.entry("STAFF_CONFLICT", "belongs to the member of staff who declared it"));

  @Parameter TestDatabase.Product product;
  private Register register;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void everyTableWithSealedWordsIsReadOrNamedForReview() {
    Set<String> read = new HashSet<>();
    Watched watched = new Watched(register.tx, new HashSet<>(), read);
    Viewer director = register.viewer("director");
    Register.Family family = register.family(director, register.viewer("key-worker"), "Dotázaná");
    register.households.found(
        director,
        family.child(),
        "U tety",
        family.file(),
        new Days(null, null),
        List.of(family.carer()));
    for (PersonDataOwner owner : Watched.owners(register, watched)) {
      for (PersonId person : List.of(family.carer(), family.child())) {
        owner.export(Set.of(person));
        owner.review(Set.of(person));
      }
    }
    Set<String> sealed = sealed(Set.of());
    assertTrue(
        sealed.containsAll(Set.of("VISIT_CHILD", "NOTE", "NOTE_SCAN", "PERSON")), "it looks");
    assertEquals(NOBODYS.keySet(), sealed(read), "export it or name it for review");
  }

  /**
   * @param but entities that are left out
   */
  private Set<String> sealed(Set<String> but) {
    List<Class<?>> own = new RegistrySchema().entities();
    return register.tx.read(
        em -> {
          Set<String> tables = new TreeSet<>();
          for (EntityType<?> type : em.getMetamodel().getEntities()) {
            if (own.contains(type.getJavaType()) && !but.contains(type.getName()) && words(type)) {
              tables.add(type.getJavaType().getAnnotation(Table.class).name());
            }
          }
          return tables;
        });
  }

  /** What is stored as bytes is sealed; an embedded part counts with the table it stands in. */
  private static boolean words(ManagedType<?> type) {
    return type.getAttributes().stream()
        .anyMatch(
            one ->
                one.getJavaType() == byte[].class
                    || one instanceof SingularAttribute<?, ?> part
                        && part.getType() instanceof EmbeddableType<?> inner
                        && words(inner));
  }
}
