package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.DataClass;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.timeline.Timeline;
import org.opora.registry.ledgers.domain.LedgerEntry;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;

/**
 * A ledger kept by hand. Each entry proves something, stands in the chronology, and is never
 * deleted: it is struck with a reason, or another entry takes its place.
 *
 * @param <E> its entries
 * @param <N> what is written down
 * @param <V> an entry as the viewer sees it
 */
public abstract class Ledger<E extends LedgerEntry, N, V> {
  public static final String READ = "registry.ledger.read";
  public static final String WRITE = "registry.ledger.write";

  static final int LONGEST_LINE = 200;
  static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_PAGE = 100;
  private static final String GONE_WHY = "GONE_WHY";
  private final LedgerTools tools;
  private final LedgerQueries.Of of;
  private final Class<E> type;
  private final String code;
  private final LedgerSeals seals;

  Ledger(LedgerTools tools, LedgerQueries.Of of, Class<E> type, String code, String table) {
    this.tools = tools;
    this.of = of;
    this.type = type;
    this.code = code;
    this.seals = new LedgerSeals(tools.keys(), table);
  }

  /** Of what it is: a name for its place in addresses and in texts. */
  public final String code() {
    return code;
  }

  final LedgerSeals seals() {
    return seals;
  }

  /** Who is or was a carer in the file, but those behind a wall, by name. */
  public final Map<PersonId, PersonName> carers(Viewer viewer, CaseFileId file) {
    return tools.carers(viewer, file);
  }

  /** The same of children who live or lived with the family. */
  public final Map<PersonId, PersonName> children(Viewer viewer, CaseFileId file) {
    return tools.children(viewer, file);
  }

  /** Names of those of these people, who are or were in the file, whom no wall hides. */
  final Map<PersonId, PersonName> names(EntityManager em, Viewer viewer, Stream<PersonId> people) {
    return tools.names(em, viewer, people.collect(Collectors.toSet()));
  }

  /**
   * Somebody who is or was a carer in the file, and whom no wall hides.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  final void carer(EntityManager em, Viewer viewer, CaseFileId file, PersonId typed) {
    if (typed == null) {
      throw Refusals.refused("carer", "refused.required");
    }
    if (!new LedgerQueries(em).carersOf(file).contains(typed)
        || names(em, viewer, Stream.of(typed)).isEmpty()) {
      throw Refusals.refused("carer", "refused.ledger-carer");
    }
  }

  /**
   * What was typed, without blanks around it.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  abstract N check(EntityManager em, Viewer viewer, CaseFileId file, N typed);

  /** The row, with what hangs on it. */
  abstract E write(EntityManager em, Written written, N now);

  abstract List<NewFact> facts(EntityManager em, E row, N now);

  /** Whether the chronology tells of it: there a wall is found by what an entry proves. */
  boolean told(E row) {
    return true;
  }

  abstract List<V> views(EntityManager em, Viewer viewer, List<Marked<E>> rows);

  /** A row and what it says of itself. */
  record Marked<E>(E row, Mark mark) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID add(Viewer viewer, CaseFileId file, N typed) {
    writing(viewer, file);
    return tools
        .change()
        .in(
            viewer,
            file,
            "ledger.recorded",
            (em, held) -> put(em, viewer, file, null, check(em, viewer, file, typed)));
  }

  final UUID put(EntityManager em, Viewer viewer, CaseFileId file, UUID corrects, N now) {
    E row = write(em, new Written(Ids.next(), file, corrects, viewer.staff(), viewer.now()), now);
    em.flush();
    tools.evidence().record(Refusals.BUNDLE, row.id(), facts(em, row, now));
    if (told(row)) {
      tools
          .timeline()
          .put(
              viewer,
              new Timeline.NewEntry(
                  Refusals.BUNDLE,
                  code,
                  row.id(),
                  Subject.of(file),
                  row.day(),
                  READ,
                  DataClass.CARE_FACTS,
                  tools.messages().title("timeline." + code),
                  page(file, row.id())));
    }
    return row.id();
  }

  /**
   * Writes another entry in the place of this one, which stays readable.
   *
   * @param why may be missing, for a slip
   * @return key of the other entry
   * @throws org.opora.api.faults.Refused beside the field; also when it counts no more
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws NotFound when the file has no such entry that the viewer sees
   */
  public UUID correct(
      Viewer viewer, CaseFileId file, UUID entry, long version, N typed, String why) {
    writing(viewer, file);
    String reason = Refusals.optional("why", why, LONGEST_TEXT);
    return tools
        .change()
        .in(
            viewer,
            file,
            "ledger.corrected",
            (em, held) -> {
              E old = counting(em, viewer, file, entry, version);
              UUID successor = put(em, viewer, file, entry, check(em, viewer, file, typed));
              old.replace(
                  successor,
                  viewer.today(),
                  viewer.staff(),
                  seals.seal(file, entry, GONE_WHY, reason));
              silence(entry);
              return successor;
            });
  }

  /**
   * It counts no more; what it says stays readable with the reason.
   *
   * @throws org.opora.api.faults.Refused when the reason is missing, or it counts no more already
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws NotFound when the file has no such entry that the viewer sees
   */
  public void strike(Viewer viewer, CaseFileId file, UUID entry, long version, String why) {
    writing(viewer, file);
    String reason = Refusals.line("why", why, LONGEST_TEXT);
    tools
        .change()
        .in(
            viewer,
            file,
            "ledger.struck",
            (em, held) -> {
              counting(em, viewer, file, entry, version)
                  .strike(
                      viewer.today(), viewer.staff(), seals.seal(file, entry, GONE_WHY, reason));
              silence(entry);
              return null;
            });
  }

  /**
   * It proves nothing any more. The chronology loses it as well: a wall before whom it names is
   * found by what it proved, and is to hold for what is struck, too.
   */
  final void silence(UUID entry) {
    tools.evidence().record(Refusals.BUNDLE, entry, List.of());
    tools.timeline().withdraw(Refusals.BUNDLE, entry);
  }

  private E counting(EntityManager em, Viewer viewer, CaseFileId file, UUID entry, long version) {
    seen(em, viewer, file, entry);
    E row = Held.hold(em, type, entry);
    Refusals.fresh(row.version(), version);
    if (!row.counts()) {
      throw Refusals.refused(null, "refused.ledger-gone");
    }
    return row;
  }

  private E seen(EntityManager em, Viewer viewer, CaseFileId file, UUID entry) {
    return new LedgerQueries(em)
        .one(of, type, file, scope(viewer), entry)
        .orElseThrow(NotFound::new);
  }

  private Scope scope(Viewer viewer) {
    return access().scope(viewer, READ);
  }

  private Access access() {
    return tools.access();
  }

  private void writing(Viewer viewer, CaseFileId file) {
    access().require(viewer, WRITE, Subject.of(file));
  }

  /**
   * Entries of a file, the last day first; those that were struck stand among them.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<V> page(Viewer viewer, CaseFileId file, String after, int limit) {
    return page(viewer, file, false, after, limit);
  }

  /** The latest entries that count, for a paper. */
  public Page<V> counting(Viewer viewer, CaseFileId file, int limit) {
    return page(viewer, file, true, null, limit);
  }

  private Page<V> page(Viewer viewer, CaseFileId file, boolean counting, String after, int limit) {
    access().require(viewer, READ, Subject.of(file));
    return tools
        .tx()
        .read(
            em -> {
              Page<E> rows =
                  new LedgerQueries(em)
                      .page(
                          of,
                          type,
                          file,
                          scope(viewer),
                          counting,
                          after,
                          Cursors.within(limit, LONGEST_PAGE));
              return new Page<>(views(em, viewer, marked(rows.items())), rows.next());
            });
  }

  /**
   * @throws NotFound when the file has no such entry that the viewer sees
   */
  public V find(Viewer viewer, CaseFileId file, UUID entry) {
    access().require(viewer, READ, Subject.of(file));
    return tools
        .tx()
        .read(em -> views(em, viewer, marked(List.of(seen(em, viewer, file, entry)))).get(0));
  }

  private List<Marked<E>> marked(List<E> rows) {
    Map<StaffId, String> names =
        tools
            .staff()
            .names(
                rows.stream()
                    .flatMap(row -> Stream.of(row.writtenBy(), row.goneBy()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Marked<>(
                    row,
                    new Mark(
                        row.id(),
                        row.version(),
                        names.get(row.writtenBy()),
                        row.writtenAt(),
                        row.corrects(),
                        row.replacedBy(),
                        row.goneOn(),
                        row.goneBy() == null ? null : names.get(row.goneBy()),
                        seals.open(row.file(), row.id(), GONE_WHY, row.goneWhy()))))
        .toList();
  }

  /** The page of an entry. */
  public final String page(CaseFileId file, UUID entry) {
    return "/files/" + file + "/ledgers/" + code + "/" + entry;
  }
}
