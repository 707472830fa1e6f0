package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.HandoverLine;
import org.opora.registry.files.domain.HandoverPart;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands one file to another key worker, with a protocol that the taker confirms. */
@Component(service = HandoverDesk.class)
public final class HandoverDesk {
  private static final int LONGEST = 4000;
  private static final String WALL = "wall";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final Staff staff;
  private final HandoverWords words;
  private final HandoverWriter writer;
  private final Inbox inbox;
  private final Messages messages;
  private final HandoverSeals seals;

  @Activate
  public HandoverDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference HandoverWords words,
      @Reference HandoverWriter writer,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.files = files;
    this.staff = staff;
    this.words = words;
    this.writer = writer;
    this.inbox = inbox;
    this.messages = messages;
    this.seals = new HandoverSeals(keys);
  }

  /**
   * Who can take the file; whoever leads it is among them while somebody else is to take it later.
   *
   * @param from first day of the taker
   * @throws org.opora.api.faults.NotAllowed when the viewer works with the family but does not lead
   *     it
   */
  public Takers.Choice takers(Viewer viewer, CaseFileId file, LocalDate from) {
    writer.requireLeading(viewer, file);
    StaffId now = files.header(viewer, file).keyWorker();
    return tx.read(
        em ->
            writer
                .takers(em, viewer)
                .of(List.of(file), writer.planned(em, file, viewer.today()) ? null : now, from)
                .get(file));
  }

  /**
   * Names the deputy, and the key worker of a family that has none. A family that has a key worker
   * is handed over, with its tasks and a protocol.
   *
   * @param keyWorker who leads it now; somebody new only when nobody leads it or is to
   * @param deputy null for nobody
   * @param from first day
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public void assign(
      Viewer viewer, CaseFileId file, StaffId keyWorker, StaffId deputy, LocalDate from) {
    writer.requireLeading(viewer, file);
    Refusals.day("from", from);
    if (keyWorker != null && keyWorker.equals(deputy)) {
      throw Refusals.refused("deputy", "refused.deputy-is-key-worker");
    }
    CaseFiles.Header header = files.header(viewer, file);
    tx.run(
        em -> {
          Takers takers = writer.takers(em, viewer);
          if (!Objects.equals(keyWorker, header.keyWorker())) {
            // Also not to nobody: its tasks and whoever stands in would be left behind.
            if (header.keyWorker() != null || writer.planned(em, file, viewer.today())) {
              throw Refusals.refused("keyWorker", "refused.hand-over-instead");
            }
            takers.require(file, keyWorker, null, from, "keyWorker");
          }
          if (deputy != null && !deputy.equals(header.deputy())) {
            takers.require(file, deputy, null, from, "deputy");
          }
          writer.assign(viewer, file, header.keyWorker(), keyWorker, deputy, from);
        });
  }

  /**
   * @param from first day of the taker: today or later
   * @param promises what was promised to the family; null when nothing
   * @return key of the protocol; null when whoever leads the family keeps it instead of handing it
   *     over later
   * @throws org.opora.api.faults.NotAllowed when the viewer works with the family but does not lead
   *     it
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID handOver(
      Viewer viewer, CaseFileId file, StaffId taker, LocalDate from, String promises) {
    writer.requireLeading(viewer, file);
    HandoverWriter.day(viewer, from);
    String promised = Refusals.optional("promises", promises, LONGEST);
    CaseFiles.Header header = files.header(viewer, file);
    List<HandoverWords.Line> lines = words.of(viewer, header, words.due(viewer, List.of(file)));
    return tx.required(
        em -> {
          UUID handover = writer.write(viewer, header, taker, from, promised, lines, "taker");
          if (handover != null && !taker.equals(viewer.staff())) {
            inbox.tell(taker, messages.title("inbox.handover"), "/handovers");
          }
          return handover;
        });
  }

  /** Protocols of a file, the newest first. */
  public List<Protocol> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          List<Handover> rows =
              em.createQuery(
                      "SELECT h FROM Handover h WHERE h.file = :file ORDER BY h.from DESC, h.id DESC",
                      Handover.class)
                  .setParameter("file", file.value())
                  .getResultList();
          Map<StaffId, String> names = names(rows);
          return rows.stream().map(row -> protocol(viewer, row, names, List.of())).toList();
        });
  }

  /**
   * @throws NotFound also when the viewer may not see the file
   */
  public Protocol view(Viewer viewer, UUID handover) {
    return tx.read(
        em -> {
          Handover row = Held.load(em, Handover.class, handover);
          access.require(viewer, CaseFiles.READ, Subject.of(row.file()));
          return protocol(viewer, row, names(List.of(row)), lines(em, handover));
        });
  }

  private static List<HandoverLine> lines(EntityManager em, UUID handover) {
    return em.createQuery(
            "SELECT l FROM HandoverLine l WHERE l.handover = :handover ORDER BY l.place",
            HandoverLine.class)
        .setParameter("handover", handover)
        .getResultList();
  }

  private Map<StaffId, String> names(Collection<Handover> rows) {
    return staff.names(
        rows.stream()
            .flatMap(row -> Stream.of(row.giver(), row.taker(), row.writtenBy()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private Protocol protocol(
      Viewer viewer, Handover row, Map<StaffId, String> names, List<HandoverLine> lines) {
    Map<HandoverPart, List<String>> parts = new EnumMap<>(HandoverPart.class);
    lines.stream()
        .filter(line -> shown(viewer, line))
        .forEach(
            line ->
                parts
                    .computeIfAbsent(line.part(), first -> new ArrayList<>())
                    .add(seals.openLine(row.file(), line.id(), line.words())));
    return new Protocol(
        row.id(),
        row.version(),
        row.file(),
        row.giver() == null ? null : names.get(row.giver()),
        names.get(row.taker()),
        row.from(),
        row.writtenOn(),
        names.get(row.writtenBy()),
        seals.openPromises(row.file(), row.id(), row.promises()),
        row.tasksMoved(),
        row.confirmedOn(),
        row.withdrawnOn(),
        row.replacedBy() != null,
        seals.openRemark(row.file(), row.id(), row.remark()),
        parts,
        mine(viewer, row));
  }

  private static boolean mine(Viewer viewer, Handover row) {
    return row.confirmedOn() == null
        && row.withdrawnOn() == null
        && row.taker().equals(viewer.staff())
        && !row.from().isAfter(viewer.today());
  }

  /** Every part needs the permission for what it says, and no wall at whom it names. */
  private boolean shown(Viewer viewer, HandoverLine line) {
    String permission =
        switch (line.part()) {
          case SAFETY -> Safety.READ;
          case AGREEMENT -> CaseFiles.READ;
          case DUE -> Duties.READ;
          case TASK -> Tasks.READ;
        };
    return viewer.may(permission)
        && (line.person() == null
            || !WALL.equals(access.decide(viewer, permission, Subject.of(line.person())).reason()));
  }

  /**
   * The taker has read the protocol.
   *
   * @param remark what is different; null when nothing is
   * @throws NotFound for everybody but the taker
   * @throws org.opora.api.faults.Refused when it is confirmed already
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void confirm(Viewer viewer, UUID handover, long version, String remark) {
    String line = Refusals.optional("remark", remark, LONGEST);
    tx.run(
        em -> {
          Handover row = Held.hold(em, Handover.class, handover);
          access.require(viewer, CaseFiles.READ, Subject.of(row.file()));
          if (row.confirmedOn() != null) {
            throw Refusals.refused(null, "refused.handover-confirmed", row.confirmedOn());
          }
          if (row.withdrawnOn() != null) {
            throw Refusals.refused(null, "refused.handover-withdrawn", row.withdrawnOn());
          }
          if (!mine(viewer, row)) {
            throw new NotFound();
          }
          Refusals.fresh(row.version(), version);
          row.confirm(viewer.today(), seals.remark(row.file(), handover, line));
          audit.wrote(viewer, "handover.confirmed", List.of(Subject.of(row.file())));
        });
  }

  /** Protocols that wait for the viewer, the oldest first. */
  public List<Waiting> waiting(Viewer viewer) {
    if (!viewer.may(CaseFiles.READ)) {
      return List.of();
    }
    List<Handover> rows =
        tx.read(
            em ->
                em.createQuery(
                        "SELECT h FROM Handover h WHERE h.taker = :me AND h.confirmedOn IS NULL"
                            + " AND h.withdrawnOn IS NULL AND h.from <= :today"
                            + " ORDER BY h.from, h.id",
                        Handover.class)
                    .setParameter("me", viewer.staff().value())
                    .setParameter("today", viewer.today())
                    .getResultList());
    Map<CaseFileId, CaseFiles.Header> headers =
        files.headers(viewer, rows.stream().map(Handover::file).distinct().toList());
    Map<StaffId, String> names = names(rows);
    return rows.stream()
        .filter(row -> headers.containsKey(row.file()))
        .map(
            row ->
                new Waiting(
                    row.id(),
                    row.file(),
                    headers.get(row.file()).familyName(),
                    headers.get(row.file()).number(),
                    Optional.ofNullable(row.giver()).map(names::get).orElse(null),
                    row.from()))
        .toList();
  }

  /**
   * @param giver name; null when there was no key worker before
   * @param promises null when nothing was promised
   * @param confirmedOn null until the taker has confirmed it
   * @param withdrawnOn null unless the family was not handed over like this
   * @param replaced whether a later protocol has taken its place
   * @param parts what it says and the viewer may read
   * @param mine whether it waits for the viewer
   */
  public record Protocol(
      UUID id,
      long version,
      CaseFileId file,
      String giver,
      String taker,
      LocalDate from,
      LocalDate writtenOn,
      String writer,
      String promises,
      int tasksMoved,
      LocalDate confirmedOn,
      LocalDate withdrawnOn,
      boolean replaced,
      String remark,
      Map<HandoverPart, List<String>> parts,
      boolean mine) {}

  /**
   * @param giver name; null when there was no key worker before
   */
  public record Waiting(
      UUID id, CaseFileId file, String familyName, String number, String giver, LocalDate from) {}
}
