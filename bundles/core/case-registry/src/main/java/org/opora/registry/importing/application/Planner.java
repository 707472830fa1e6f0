package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.importing.application.Plan.ChildPlan;
import org.opora.registry.importing.application.Plan.Doubted;
import org.opora.registry.importing.application.Plan.Outcome;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Columns;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.Folded;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.Merge;
import org.opora.registry.importing.domain.ValueMap;
import org.opora.registry.people.application.Duplicates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides what would happen to a family, without writing anything. */
@Component(service = Planner.class)
public final class Planner {
  private static final Merge NOTHING = new Merge(Map.of(), List.of());
  private static final Set<Column> WHEREABOUTS =
      EnumSet.of(Column.STREET, Column.TOWN, Column.POSTAL_CODE, Column.PHONE, Column.EMAIL);
  private final Register register;
  private final Duplicates duplicates;

  @Activate
  public Planner(@Reference Register register, @Reference Duplicates duplicates) {
    this.register = register;
    this.duplicates = duplicates;
  }

  /** Keys of those families that have to be looked up; the others are new. */
  Set<String> known(EntityManager em, Collection<Family> families) {
    return register.known(em, families);
  }

  /**
   * @param known whether the family may be here; if not, nothing is asked for
   * @param lookAround whether people of the register are searched for possible duplicates
   */
  Plan plan(
      EntityManager em,
      Viewer viewer,
      Columns columns,
      Family family,
      boolean known,
      boolean lookAround) {
    Existing existing = null;
    if (known) {
      List<Imported> remembered = register.remembered(em, family);
      if (same(columns, family, remembered)) {
        return unchanged(family);
      }
      existing = register.find(em, viewer, family, remembered);
    }
    List<Doubted> doubts = new ArrayList<>();
    Plan plan = existing == null ? create(family) : change(columns, family, existing, doubts);
    if (lookAround) {
      around(viewer, columns, plan, doubts);
    }
    return new Plan(
        plan.family(), plan.existing(), plan.merge(), plan.children(), plan.rows(), doubts);
  }

  /** The same values as last time: nothing here is even looked at. */
  private boolean same(Columns columns, Family family, List<Imported> remembered) {
    if (remembered.size() != family.children().size() + 1) {
      return false;
    }
    List<ValueMap> known = new ArrayList<>();
    for (Imported row : remembered) {
      if (row.child() == null) {
        if (!equal(familyColumns(columns), register.values(row), family.remembered())) {
          return false;
        }
      } else {
        known.add(register.values(row));
      }
    }
    for (Family.Child child : family.children()) {
      ValueMap now = child.remembered();
      if (!known.removeIf(before -> equal(childColumns(columns), before, now))) {
        return false;
      }
    }
    return known.isEmpty();
  }

  private static boolean equal(Set<Column> columns, ValueMap one, ValueMap other) {
    return columns.stream().allMatch(column -> Objects.equals(one.get(column), other.get(column)));
  }

  private static Plan unchanged(Family family) {
    Map<Integer, Outcome> rows = new LinkedHashMap<>();
    family.rows().forEach(row -> rows.put(row, Outcome.UNCHANGED));
    return new Plan(family, SAME, NOTHING, List.of(), rows, List.of());
  }

  /** Stands for a family that need not be looked at. */
  static final Existing SAME =
      new Existing(
          null,
          null,
          new ValueMap(Map.of()),
          new ValueMap(Map.of()),
          List.of(),
          null,
          null,
          List.of(),
          List.of());

  private static Plan create(Family family) {
    Map<Integer, Outcome> rows = new LinkedHashMap<>();
    family.rows().forEach(row -> rows.put(row, Outcome.CREATED));
    List<ChildPlan> children =
        family.children().stream().map(child -> new ChildPlan(child, null, NOTHING)).toList();
    return new Plan(family, null, NOTHING, children, rows, List.of());
  }

  private Plan change(Columns columns, Family family, Existing existing, List<Doubted> doubts) {
    Merge merge =
        Merge.of(familyColumns(columns), existing.base(), existing.here(), family.remembered());
    conflicts(
        columns,
        family.firstRow(),
        family.remembered(),
        existing.here(),
        merge,
        null,
        secret(family, existing),
        doubts);
    boolean all =
        merge.taken().keySet().stream()
            .anyMatch(column -> column.level() == Column.Level.AGREEMENT);
    Map<Integer, Outcome> rows = new LinkedHashMap<>();
    family.rows().forEach(row -> rows.put(row, all ? Outcome.UPDATED : Outcome.UNCHANGED));
    if (!all && !merge.nothing()) {
      family.rows().stream()
          .filter(row -> family.children().stream().noneMatch(child -> child.row() == row))
          .forEach(row -> rows.put(row, Outcome.UPDATED));
    }
    List<Existing.Child> left = new ArrayList<>(existing.children());
    List<ChildPlan> children = new ArrayList<>();
    for (Family.Child child : family.children()) {
      Existing.Child known = match(child, left);
      if (known == null) {
        children.add(new ChildPlan(child, null, NOTHING));
        rows.put(child.row(), Outcome.CREATED);
        continue;
      }
      left.remove(known);
      Merge own = Merge.of(childColumns(columns), known.base(), known.here(), child.remembered());
      conflicts(
          columns,
          child.row(),
          child.remembered(),
          known.here(),
          own,
          known.person().id().value(),
          null,
          doubts);
      children.add(new ChildPlan(child, known, own));
      if (!own.nothing()) {
        rows.put(child.row(), Outcome.UPDATED);
      }
    }
    vanished(columns, family, left, doubts);
    return new Plan(family, existing, merge, children, rows, doubts);
  }

  /** By number, then by name: a child keeps being itself when one of the two is corrected. */
  private static Existing.Child match(Family.Child child, List<Existing.Child> candidates) {
    for (Existing.Child one : candidates) {
      boolean sameNumber =
          child.nationalId() != null
              && child.nationalId().equals(known(one, Column.CHILD_NATIONAL_ID));
      if (sameNumber
          && (one.snapshot() == null
              || one.base().says(Column.PLACED_ON, child.placedOn().toString()))) {
        return one;
      }
    }
    for (Existing.Child one : candidates) {
      if (child.nationalId() != null
          && child.nationalId().equals(known(one, Column.CHILD_NATIONAL_ID))) {
        return one;
      }
    }
    String name = Folded.of(child.given() + " " + child.family());
    for (Existing.Child one : candidates) {
      if (Folded.of(known(one, Column.CHILD_GIVEN) + " " + known(one, Column.CHILD_FAMILY))
          .equals(name)) {
        return one;
      }
    }
    return null;
  }

  private static String known(Existing.Child child, Column column) {
    return child.snapshot() == null ? child.here().get(column) : child.base().get(column);
  }

  /**
   * The carer to whom a finding about whereabouts leads that are not to be told; null when they may
   * be told.
   */
  private static UUID secret(Family family, Existing existing) {
    boolean kept =
        existing.carers().stream()
            .filter(Objects::nonNull)
            .anyMatch(carer -> family.undisclosed() || carer.undisclosed());
    return kept ? existing.contact().value() : null;
  }

  /**
   * @param secret whose page holds the whereabouts, when they must not stand in a list that is
   *     shown, saved and printed; null when they may
   */
  private static void conflicts(
      Columns columns,
      int row,
      ValueMap theirs,
      ValueMap here,
      Merge merge,
      UUID person,
      UUID secret,
      List<Doubted> doubts) {
    for (Column column : merge.conflicts()) {
      String header =
          columns.has(column) ? columns.header(column) : columns.header(Column.CHILD_NATIONAL_ID);
      if (secret != null && WHEREABOUTS.contains(column)) {
        doubts.add(
            new Doubted(Finding.doubt(row, header, "changed-both", "").saying("kept"), secret));
        continue;
      }
      String ours = here.text(column);
      boolean confirmed = ours.equals("confirmed");
      Finding finding =
          Finding.doubt(row, header, "changed-both", theirs.text(column), confirmed ? "" : ours);
      doubts.add(new Doubted(confirmed ? finding.saying("confirmed") : finding, person));
    }
  }

  private static void vanished(
      Columns columns, Family family, List<Existing.Child> left, List<Doubted> doubts) {
    for (Existing.Child child : left) {
      if (child.snapshot() != null && child.stay().until() == null) {
        String name = child.person().name().spoken();
        doubts.add(
            new Doubted(
                Finding.doubt(
                    family.firstRow(), columns.header(Column.CHILD_FAMILY), "not-in-file", name),
                child.person().id().value()));
      }
    }
  }

  /** New people who may be here already, under another family. */
  private void around(Viewer viewer, Columns columns, Plan plan, List<Doubted> doubts) {
    for (ChildPlan one : plan.children()) {
      if (one.existing() == null) {
        Family.Child child = one.child();
        List<PersonId> same =
            child.nationalId() == null
                ? List.of()
                : duplicates.byNationalId(viewer, child.nationalId());
        if (!same.isEmpty()) {
          here(
              child.row(),
              columns.header(Column.CHILD_NATIONAL_ID),
              child.nationalId(),
              same.get(0),
              doubts);
        } else {
          named(
              viewer,
              child.row(),
              columns.header(Column.CHILD_FAMILY),
              child.given(),
              child.family(),
              child.birthDate(),
              doubts);
        }
      }
    }
    if (plan.existing() == null) {
      for (Family.Carer carer : plan.family().carers()) {
        Column column = carer.slot() == 1 ? Column.CARER1_FAMILY : Column.CARER2_FAMILY;
        named(
            viewer,
            plan.family().firstRow(),
            columns.header(column),
            carer.given(),
            carer.family(),
            carer.birthDate(),
            doubts);
      }
    }
  }

  private void named(
      Viewer viewer,
      int row,
      String header,
      String given,
      String family,
      java.time.LocalDate birth,
      List<Doubted> doubts) {
    if (birth != null && !given.isEmpty() && !family.isEmpty()) {
      duplicates.byName(viewer, new PersonName(given, family), birth).stream()
          .findFirst()
          .ifPresent(person -> here(row, header, family, person, doubts));
    }
  }

  private static void here(
      int row, String header, String value, PersonId person, List<Doubted> doubts) {
    doubts.add(
        new Doubted(
            Finding.doubt(row, header, "possible-duplicate", value).saying("here"),
            person.value()));
  }

  /** Columns of the agreement that this file speaks of. */
  static Set<Column> familyColumns(Columns columns) {
    Set<Column> set = EnumSet.noneOf(Column.class);
    for (Column column : Column.values()) {
      if (column.level() == Column.Level.AGREEMENT && columns.has(column)) {
        set.add(column);
      }
    }
    set.add(Column.CARE_KIND);
    set.add(Column.MEDIATED);
    if (columns.has(Column.LAST_CONTACT)) {
      set.add(Column.LAST_CONTACT);
    }
    if (columns.has(Column.NOTE)) {
      set.add(Column.NOTE);
    }
    return set;
  }

  /** Columns of a child that this file speaks of, derived ones included. */
  static Set<Column> childColumns(Columns columns) {
    Set<Column> set = EnumSet.of(Column.CHILD_FAMILY, Column.PLACED_ON, Column.LEFT_ON);
    for (Column column : Column.values()) {
      if (column.level() == Column.Level.CHILD && columns.has(column)) {
        set.add(column);
      }
    }
    if (columns.has(Column.CHILD_NATIONAL_ID)) {
      set.add(Column.CHILD_BIRTH);
    }
    return set;
  }
}
