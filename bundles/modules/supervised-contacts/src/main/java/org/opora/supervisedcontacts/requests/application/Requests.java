package org.opora.supervisedcontacts.requests.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.search.SearchIndex;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanMade;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.ContactRequest;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.shared.application.Children;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Findables;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody asks that a child meets somebody; the centre answers, and none is left open unseen. */
@Component(service = {Requests.class, PlanMade.class})
public final class Requests implements PlanMade {
  public static final int TEXT = 4000;

  private static final int LINE = 200;
  private static final String ANSWER = "request-answer";
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Children children;
  private final People people;
  private final Bodies bodies;
  private final Settings settings;
  private final Story story;
  private final Reminders reminders;
  private final Findables findables;

  @Activate
  public Requests(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Bodies bodies,
      @Reference Settings settings,
      @Reference Timeline timeline,
      @Reference Tasks tasks,
      @Reference SearchIndex search,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.children = new Children(files);
    this.people = people;
    this.bodies = bodies;
    this.settings = settings;
    this.story = new Story(timeline, messages);
    this.reminders = new Reminders(tasks, files, messages);
    this.findables = new Findables(search, files, messages);
  }

  /**
   * Writes down what somebody asked about a child placed in the file.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public RequestId record(Viewer viewer, CaseFileId file, PersonId child, NewRequest asked) {
    ChildOfFile whose = children.of(viewer, file, child);
    door.require(viewer, SupervisedContactsModule.WRITE, whose);
    return transactions.required(
        em -> {
          ContactRequest row = new ContactRequest(RequestId.next(), whose, viewer.staff());
          write(viewer, row, asked);
          em.persist(row);
          em.flush();
          follow(viewer, row, "supervised-contacts.request.record");
          return row.id();
        });
  }

  /**
   * Corrects what was asked while it is open.
   *
   * @throws org.opora.api.faults.Stale when somebody else changed it meanwhile
   */
  public void amend(Viewer viewer, RequestId id, long version, NewRequest asked) {
    change(
        viewer, id, version, "supervised-contacts.request.amend", row -> write(viewer, row, asked));
  }

  /**
   * Answers it: refused with a reason, or withdrawn by whoever asked.
   *
   * @param on day of the answer
   * @param reason required when it is refused
   * @throws org.opora.api.faults.Refused beside the field; also when it is answered already
   * @throws org.opora.api.faults.Stale when somebody else changed it meanwhile
   */
  public void answer(
      Viewer viewer, RequestId id, long version, RequestState now, LocalDate on, String reason) {
    change(
        viewer,
        id,
        version,
        "supervised-contacts.request.answer",
        row -> {
          Refusals.chosen("outcome", now == RequestState.OPEN ? null : now);
          Refusals.past(viewer, "on", on);
          if (on.isBefore(row.askedOn())) {
            throw Refusals.refused("on", "request.before-asked", row.askedOn());
          }
          if (now == RequestState.PLANNED) {
            throw Refusals.refused("outcome", "request.plan-first");
          }
          String why =
              now == RequestState.REFUSED
                  ? Refusals.words("reason", reason, TEXT)
                  : Refusals.optional("reason", reason, TEXT);
          row.answer(now, null, on, viewer.staff(), seal(row, RequestSeals.REASON, why));
          reminders.done(viewer, ANSWER, row.key());
        });
  }

  /** A plan was made of it: that is its answer. */
  @Override
  public void made(Viewer viewer, UUID request, ContactPlan plan) {
    transactions.run(
        em -> {
          ContactRequest row = find(em, new RequestId(request));
          if (!row.whose().child().equals(plan.child())) {
            throw Refusals.refused("child", "request.other-child");
          }
          if (row.open()) {
            answered(viewer, row, plan.id());
          }
        });
  }

  private void answered(Viewer viewer, ContactRequest row, PlanId plan) {
    row.answer(RequestState.PLANNED, plan, viewer.today(), viewer.staff(), null);
    reminders.done(viewer, ANSWER, row.key());
    follow(viewer, row, "supervised-contacts.request.answer");
  }

  private void change(
      Viewer viewer, RequestId id, long version, String act, Consumer<ContactRequest> work) {
    transactions.run(
        em -> {
          ContactRequest row = find(em, id);
          door.require(viewer, SupervisedContactsModule.WRITE, row.whose());
          Refusals.fresh(row.version(), version);
          if (!row.open()) {
            throw Refusals.refused(null, "request.answered", row.decidedOn());
          }
          work.accept(row);
          em.flush();
          follow(viewer, row, act);
        });
  }

  private void write(Viewer viewer, ContactRequest row, NewRequest asked) {
    Asker asker = Refusals.chosen("asker", asked.asker());
    Refusals.past(viewer, "on", asked.on());
    Refusals.chosen("channel", asked.channel());
    String wish = Refusals.words("wish", asked.wish(), TEXT);
    String name = name(viewer, row.whose(), asked);
    row.askedBy(
        asker,
        asker.office() ? null : asked.person(),
        asker.office() ? asked.body() : null,
        seal(row, RequestSeals.NAME, name));
    row.asks(
        asked.on(),
        asked.channel(),
        seal(row, RequestSeals.WISH, wish),
        RequestTerm.after(settings, asked.on()));
  }

  /** As people call who asked on that day; the child needs no name. */
  private String name(Viewer viewer, ChildOfFile whose, NewRequest asked) {
    if (asked.asker() == Asker.CHILD) {
      return null;
    }
    if (asked.asker().office() && asked.body() != null) {
      Bodies.Line line = bodies.lines(List.of(asked.body())).get(asked.body());
      if (line == null) {
        throw Refusals.refused("body", "choice.missing");
      }
      return line.name();
    }
    if (!asked.asker().office() && asked.person() != null) {
      PersonName known = people.names(viewer, List.of(asked.person())).get(asked.person());
      if (known == null) {
        throw Refusals.refused("person", "plan.person.unknown");
      }
      if (people.idsOf(whose.child()).contains(asked.person())) {
        throw Refusals.refused("person", "plan.person.is-child");
      }
      return known.spoken();
    }
    return Refusals.words("name", asked.name(), LINE);
  }

  private byte[] seal(ContactRequest row, String place, String plain) {
    return sealed.seal(row.childFile(), place, row.key(), plain);
  }

  private void follow(Viewer viewer, ContactRequest row, String act) {
    if (row.open()) {
      reminders.put(
          viewer, ANSWER, row.key(), row.whose(), row.answerBy(), "request.task", page(row));
    }
    findables.put(
        viewer, "contact-request", row.key(), row.whose(), null, row.askedOn(), page(row));
    story.tell(
        viewer,
        "contact-request",
        row.key(),
        row.whose(),
        row.askedOn(),
        "timeline.request." + row.state(),
        page(row));
    audit.wrote(viewer, act, List.of(Subject.of(row.childFile())));
  }

  private static String page(ContactRequest row) {
    return "/requests/" + row.id();
  }

  static ContactRequest find(EntityManager em, RequestId id) {
    ContactRequest row = em.find(ContactRequest.class, id.value());
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }
}
