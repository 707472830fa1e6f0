package org.opora.registry.standards.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.standards.domain.RuleForCarer;
import org.opora.registry.standards.persistence.IssuedRow;
import org.opora.registry.standards.persistence.RuleQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which version of which paper was handed to the carers of a family. */
@Component(service = CarersDesk.class)
public final class CarersDesk {
  private static final int WHY = 400;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final CaseFiles files;
  private final FileChange change;
  private final Staff staff;
  private final Timeline timeline;
  private final Messages messages;

  @Activate
  public CarersDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference FileChange change,
      @Reference Staff staff,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.files = files;
    this.change = change;
    this.staff = staff;
    this.timeline = timeline;
    this.messages = messages;
  }

  /**
   * @param name of the carer, as spoken
   * @param handedBy name of a colleague, as {@code voidBy}
   * @param voidOn day on which it was struck out; null while it counts
   */
  public record Handed(
      UUID id,
      PersonId person,
      String name,
      UUID version,
      String title,
      int number,
      LocalDate handedOn,
      String handedBy,
      LocalDate voidOn,
      String voidBy,
      String voidWhy) {}

  /** What the carers of a file were handed, the newest first; nobody behind a wall is named. */
  public List<Handed> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, InternalRules.READ);
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          RuleQueries queries = new RuleQueries(em);
          List<RuleForCarer> rows = queries.ofFile(file);
          Set<UUID> walled = walled(queries, viewer);
          Map<UUID, String> names = new HashMap<>();
          new PeopleQueries(em)
                  .rows(
                      new Scope(Reach.ALL, viewer.staff(), viewer.today()),
                      rows.stream().map(row -> row.person().value()).distinct().toList())
                  .stream()
                  .filter(row -> !walled.contains(row.id()))
                  .forEach(row -> names.put(row.id(), row.name().spoken()));
          Map<UUID, IssuedRow> versions =
              queries
                  .issued(rows.stream().map(RuleForCarer::ruleVersion).distinct().toList())
                  .stream()
                  .collect(Collectors.toMap(IssuedRow::id, row -> row, (one, same) -> one));
          Map<StaffId, String> by =
              staff.names(
                  rows.stream()
                      .flatMap(row -> Stream.of(row.handedBy(), row.voidBy()))
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet()));
          return rows.stream()
              .filter(row -> names.containsKey(row.person().value()))
              .map(
                  row ->
                      new Handed(
                          row.id(),
                          row.person(),
                          names.get(row.person().value()),
                          row.ruleVersion(),
                          versions.get(row.ruleVersion()).title(),
                          versions.get(row.ruleVersion()).number(),
                          row.handedOn(),
                          by.get(row.handedBy()),
                          row.voidOn(),
                          row.voidBy() == null ? null : by.get(row.voidBy()),
                          row.voidWhy()))
              .toList();
        });
  }

  private Set<UUID> walled(RuleQueries queries, Viewer viewer) {
    List<UUID> direct = queries.walled(viewer.staff(), viewer.today());
    Set<UUID> all = new HashSet<>(direct);
    if (!direct.isEmpty()) {
      aliases
          .idsOf(direct.stream().map(PersonId::new).toList())
          .values()
          .forEach(keys -> keys.forEach(key -> all.add(key.value())));
    }
    return all;
  }

  /** Versions for carers that hold or held: what was handed over is often written down later. */
  public List<IssuedRow> offered(Viewer viewer) {
    access.require(viewer, InternalRules.READ);
    return tx.read(em -> new RuleQueries(em).everForCarers(viewer.today()));
  }

  /**
   * Writes down that a carer of the file was handed a version.
   *
   * @throws NotFound when the viewer may not know of the file
   * @param handedOn day on which that version was in force
   * @throws org.opora.api.faults.Refused beside the field; also in a closed file, and when the same
   *     is written down already
   */
  public UUID hand(
      Viewer viewer, CaseFileId file, PersonId person, UUID version, LocalDate handedOn) {
    access.require(viewer, InternalRules.READ);
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    LocalDate on = Refusals.day("on", handedOn);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    if (files.header(viewer, file).carers().stream()
        .noneMatch(carer -> carer.person().equals(person))) {
      throw Refusals.refused("person", "refused.rule-carer");
    }
    return change.in(
        viewer,
        file,
        "rule.handed",
        (em, held) -> {
          RuleQueries queries = new RuleQueries(em);
          if (queries.everForCarers(viewer.today()).stream()
              .noneMatch(row -> row.id().equals(version))) {
            throw Refusals.refused("rule", "refused.rule-not-for-carers");
          }
          if (queries.inForce(on, true).stream().noneMatch(row -> row.id().equals(version))) {
            throw Refusals.refused("on", "refused.rule-not-that-day", on);
          }
          if (queries.ofFile(file).stream()
              .anyMatch(
                  row ->
                      row.voidOn() == null
                          && row.ruleVersion().equals(version)
                          && row.person().equals(person))) {
            throw Refusals.refused("rule", "refused.rule-carer-twice");
          }
          RuleForCarer row =
              new RuleForCarer(Ids.next(), version, file, person, on, viewer.staff());
          em.persist(row);
          em.flush();
          timeline.put(
              viewer,
              new Timeline.NewEntry(
                  Refusals.BUNDLE,
                  "rule",
                  row.id(),
                  Subject.of(file),
                  on,
                  CaseFiles.READ,
                  DataClass.CARE_FACTS,
                  messages.title("timeline.rule-handed"),
                  "/rules/versions/" + version));
          wrote(viewer, "rule.handed-to-carer", row);
          return row.id();
        });
  }

  /**
   * @throws NotFound when the viewer may not know of it
   */
  public Handed one(Viewer viewer, CaseFileId file, UUID handed) {
    return of(viewer, file).stream()
        .filter(one -> one.id().equals(handed))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * It was written down by mistake: it stays with its reason, and the chronology no longer tells
   * it.
   *
   * @throws org.opora.api.faults.Refused when it is struck out already, or the file is closed
   */
  public void strikeOut(Viewer viewer, CaseFileId file, UUID handed, String why) {
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    String reason = Refusals.line("why", why, WHY);
    one(viewer, file, handed);
    change.in(
        viewer,
        file,
        "rule.carer-void",
        (em, held) -> {
          RuleForCarer row = Held.hold(em, RuleForCarer.class, handed);
          if (row.voidOn() != null) {
            throw Refusals.refused(null, "refused.rule-carer-void", row.voidOn());
          }
          row.strikeOut(viewer.today(), viewer.staff(), reason);
          timeline.withdraw(Refusals.BUNDLE, handed);
          wrote(viewer, "rule.carer-struck-out", row);
          return handed;
        });
  }

  private void wrote(Viewer viewer, String action, RuleForCarer row) {
    audit.wrote(
        viewer,
        action,
        List.of(Subject.of(row.file()), Subject.of(row.person())),
        "version=" + row.ruleVersion());
  }
}
