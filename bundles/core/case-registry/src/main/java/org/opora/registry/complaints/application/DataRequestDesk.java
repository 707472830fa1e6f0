package org.opora.registry.complaints.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.complaints.application.DataRequestView.Answer;
import org.opora.registry.complaints.application.DataRequestView.Asked;
import org.opora.registry.complaints.application.DataRequestView.Extension;
import org.opora.registry.complaints.domain.DataAnswer;
import org.opora.registry.complaints.domain.DataRequest;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.LawPacks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests about personal data (Article 12 of Regulation (EU) 2016/679): who asked, that they were
 * told it takes longer, and what they were answered. That it is answered in time is a duty of the
 * house, counted from the evidence of this desk. Whom a wall keeps from the person it is about, for
 * them there is no such request.
 */
@Component(service = DataRequestDesk.class)
public final class DataRequestDesk {
  /** Permission to see requests about personal data. */
  public static final String READ = "registry.data-request.read";

  /** Permission to write them down and to answer them. */
  public static final String WRITE = "registry.data-request.write";

  private static final int LONGEST_PAGE = 100;
  private static final int LINE = 200;
  private static final int TEXT = 2000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Evidence evidence;
  private final DataRequestDoor door;
  private final DataSeals seals;
  private final DataRequestLaw law;
  private final DataRequestLines lines;

  @Activate
  public DataRequestDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference Staff staff,
      @Reference Evidence evidence,
      @Reference Keys keys,
      @Reference LawPacks packs) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.evidence = evidence;
    this.door = new DataRequestDoor(access, audit, aliases, people);
    this.seals = new DataSeals(keys);
    this.law = new DataRequestLaw(packs);
    this.lines = new DataRequestLines(staff, people, aliases, seals, law);
  }

  /**
   * The newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<DataRequestView> list(Viewer viewer, String after, int limit) {
    access.require(viewer, READ);
    return tx.read(
        em -> {
          Page<DataRequest> rows =
              door.queries(em, viewer).page(after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines.of(viewer, rows.items()), rows.next());
        });
  }

  /**
   * @throws org.opora.api.faults.NotFound also when a wall closes it
   */
  public DataRequestView view(Viewer viewer, UUID request) {
    access.require(viewer, READ);
    return tx.read(
        em -> {
          DataRequest row = Held.load(em, DataRequest.class, request);
          door.require(em, viewer, READ, row);
          return lines.of(viewer, List.of(row)).get(0);
        });
  }

  /** Of these keys those of requests that a wall closes, also to whoever reads none of them. */
  public Set<UUID> closed(Viewer viewer, Set<UUID> requests) {
    return requests.isEmpty() ? Set.of() : tx.read(em -> door.queries(em, viewer).closed(requests));
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.NotFound when the viewer may not know of whom it is about
   */
  public UUID record(Viewer viewer, Asked asked) {
    access.require(viewer, WRITE);
    Asked checked = checked(viewer, asked);
    return tx.required(
        em -> {
          door.requireKnown(em, viewer, checked.person(), null);
          DataRequest row = new DataRequest(Ids.next(), viewer.staff());
          says(row, checked);
          em.persist(row);
          em.flush();
          wrote(viewer, row, "data-request.asked", null);
          return row.id();
        });
  }

  /**
   * Puts right what was written down, while it is open.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID request, long version, Asked asked) {
    access.require(viewer, WRITE);
    Asked checked = checked(viewer, asked);
    tx.run(
        em -> {
          DataRequest row = open(em, viewer, request, version);
          PersonId before = row.person();
          door.requireKnown(em, viewer, checked.person(), before);
          if (row.extendedOn() != null && checked.on().isAfter(row.extendedOn())) {
            throw Refusals.refused("on", "data-request.refused.after-extension", row.extendedOn());
          }
          says(row, checked);
          wrote(viewer, row, "data-request.amended", before);
        });
  }

  /**
   * They were told in time that it takes longer, and why.
   *
   * @throws org.opora.api.faults.Refused beside the field; also after the last day
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void extend(Viewer viewer, UUID request, long version, Extension extension) {
    access.require(viewer, WRITE);
    String why = Refusals.line("why", extension.why(), TEXT);
    LocalDate on = past(viewer, "on", extension.on());
    tx.run(
        em -> {
          DataRequest row = open(em, viewer, request, version);
          notBefore("on", on, row.askedOn());
          law.due(row.askedOn(), null)
              .filter(due -> on.isAfter(due.day()))
              .ifPresent(
                  due -> {
                    throw Refusals.refused("on", "data-request.refused.too-late", due.day());
                  });
          row.extended(on, seals.seal(row, "EXTENDED_WHY", why));
          wrote(viewer, row, "data-request.extended", null);
        });
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field; also when it is answered
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void answer(Viewer viewer, UUID request, long version, Answer answer) {
    access.require(viewer, WRITE);
    if (answer.how() == null) {
      throw Refusals.refused("how", "refused.required");
    }
    String words =
        answer.how() == DataAnswer.DONE
            ? Refusals.optional("words", answer.words(), TEXT)
            : Refusals.line("words", answer.words(), TEXT);
    LocalDate on = past(viewer, "on", answer.on());
    tx.run(
        em -> {
          DataRequest row = open(em, viewer, request, version);
          notBefore("on", on, row.askedOn());
          row.answered(on, answer.how(), seals.seal(row, "ANSWER", words), viewer.staff());
          wrote(viewer, row, "data-request.answered", null);
        });
  }

  private DataRequest open(EntityManager em, Viewer viewer, UUID request, long version) {
    DataRequest row = Held.hold(em, DataRequest.class, request);
    door.require(em, viewer, WRITE, row);
    Refusals.fresh(row.version(), version);
    if (row.answeredOn() != null) {
      throw Refusals.refused(null, "data-request.refused.answered", row.answeredOn());
    }
    return row;
  }

  private void says(DataRequest row, Asked asked) {
    row.about(asked.person());
    row.asks(
        asked.on(),
        asked.kind(),
        seals.seal(row, "ASKED_BY", asked.by()),
        seals.seal(row, "WHAT", asked.what()));
  }

  private static Asked checked(Viewer viewer, Asked asked) {
    if (asked.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    return new Asked(
        past(viewer, "on", asked.on()),
        asked.kind(),
        Refusals.line("by", asked.by(), LINE),
        Refusals.optional("what", asked.what(), TEXT),
        asked.person());
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate day) {
    if (Refusals.day(field, day).isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }

  private static void notBefore(String field, LocalDate day, LocalDate asked) {
    if (day.isBefore(asked)) {
      throw Refusals.refused(field, "data-request.refused.before", asked);
    }
  }

  /**
   * The trail, and what the duty is counted from.
   *
   * @param before whom it was about until now, or null
   */
  private void wrote(Viewer viewer, DataRequest row, String action, PersonId before) {
    String key = row.id().toString();
    List<NewFact> facts = new ArrayList<>();
    facts.add(NewFact.of(Kinds.DATA_ASKED, About.centre(), row.askedOn()).tiedTo(key));
    if (row.extendedOn() != null) {
      facts.add(NewFact.of(Kinds.DATA_EXTENDED, About.centre(), row.extendedOn()).tiedTo(key));
    }
    if (row.answeredOn() != null) {
      facts.add(NewFact.of(Kinds.DATA_ANSWERED, About.centre(), row.answeredOn()).tiedTo(key));
    }
    evidence.record(Refusals.BUNDLE, row.id(), facts);
    audit.wrote(
        viewer,
        action,
        Stream.of(row.person(), before)
            .filter(Objects::nonNull)
            .distinct()
            .map(Subject::of)
            .toList(),
        "request=" + row.id());
  }
}
