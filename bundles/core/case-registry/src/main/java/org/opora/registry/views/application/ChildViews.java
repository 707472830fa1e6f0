package org.opora.registry.views.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.DataClass;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.reports.spi.RecordWatcher;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.RelationQueries;
import org.opora.registry.views.domain.ChildView;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.opora.registry.views.persistence.ViewQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What children say of how they live and of what is agreed, how it was learnt, and who may read it:
 * the child says so, or the worker for it. It is asked again before the term that the centre has
 * promised is over; that is a task, and what was learnt is evidence.
 *
 * <p>The permissions are those of visits.
 */
@Component(service = ChildViews.class)
public final class ChildViews {
  /** Kind of evidence that a child was heard. */
  public static final String EVIDENCE = Kinds.CHILD_VIEW;

  /** Id of the question to the centre, after how long a child is asked again. */
  public static final String READING = "child-view";

  private static final int TEXT = 5000;
  private static final String SEALED = "CHILD_VIEW.WORDS";
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final CaseFiles files;
  private final Timeline timeline;
  private final Evidence evidence;
  private final AskingAgain again;
  private final Staff staff;
  private final Messages messages;
  private final Keys keys;
  private final List<RecordWatcher> watchers = new CopyOnWriteArrayList<>();

  @Activate
  public ChildViews(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference CaseFiles files,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference AskingAgain again,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.files = files;
    this.timeline = timeline;
    this.evidence = evidence;
    this.again = again;
    this.staff = staff;
    this.messages = messages;
    this.keys = keys;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addWatcher(RecordWatcher watcher) {
    watchers.add(watcher);
  }

  public void removeWatcher(RecordWatcher watcher) {
    watchers.remove(watcher);
  }

  /**
   * @param words what the child said; why not, where it could not be learnt
   * @param readers who may read it besides the workers of the family
   * @param chosenBy who said so
   */
  public record NewView(
      LocalDate on, String words, ViewLearntBy learntBy, Set<Circle> readers, Chooser chosenBy) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   * @throws NotFound when the viewer sees no such child in the file
   */
  public UUID write(Viewer viewer, CaseFileId file, PersonId child, NewView view) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    ChildFileId childFile = child(viewer, file, child).file();
    access.require(viewer, Visits.WRITE, Subject.of(childFile));
    LocalDate on = Refusals.day("on", view.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    if (view.learntBy() == null) {
      throw Refusals.refused("learntBy", "refused.required");
    }
    chosen(view.chosenBy());
    String words = Refusals.line("words", view.words(), TEXT);
    return change.in(
        viewer,
        file,
        "child-view.recorded",
        (em, held) -> {
          Optional<ChildView> before = AskingAgain.counted(em, childFile);
          UUID id = Ids.next();
          ChildView row = new ChildView(id, file, child, childFile);
          row.says(
              on,
              keys.seal(Subject.of(childFile), SEALED, id, words),
              view.learntBy(),
              viewer.staff(),
              viewer.today());
          row.letRead(view.readers(), view.chosenBy(), viewer.today());
          em.persist(row);
          em.flush();
          tell(viewer, row);
          before
              .filter(last -> !AskingAgain.counted(em, childFile).equals(Optional.of(last)))
              .ifPresent(last -> again.instead(viewer, last, row.learnt()));
          again.follow(em, viewer, childFile);
          return id;
        });
  }

  private static void chosen(Chooser by) {
    if (by == null) {
      throw Refusals.refused("chosenBy", "refused.required");
    }
  }

  /**
   * The child has changed its mind, or the worker for it. That is no change of the file, so it can
   * be written down on any day, also when the file is closed. Whoever leads the family in which the
   * child lives now, and whoever may write in every file, take away from the readers what the child
   * takes away, without reading it themselves.
   *
   * @param file in which it was said, or in which the child lives now
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws NotFound when the viewer does not read the words and somebody else is to: nobody opens
   *     them to themselves
   */
  public void letRead(
      Viewer viewer,
      CaseFileId file,
      UUID view,
      long version,
      Set<Circle> readers,
      Chooser chosenBy) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    chosen(chosenBy);
    Said said = find(viewer, file, view);
    if (said.kept() && !said.narrows()) {
      throw new NotFound();
    }
    change.onAnyDay(
        viewer,
        said.file(),
        "child-view.readers-changed",
        em -> {
          ChildView row = Held.hold(em, ChildView.class, view);
          Refusals.fresh(row.version(), version);
          if (said.kept() && !row.readers().containsAll(readers)) {
            throw new NotFound();
          }
          boolean narrows = !readers.containsAll(row.readers());
          row.letRead(readers, chosenBy, viewer.today());
          if (narrows) {
            watchers.forEach(one -> one.narrowed(viewer, row.childFile(), row.day()));
          }
          return null;
        });
  }

  /** What was written down in the file of children whom the viewer sees, the last first. */
  public List<Said> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, Visits.READ, Subject.of(file));
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          RelationQueries relations = new RelationQueries(em);
          Set<RelationKind> related =
              relations.kinds(viewer.staff(), viewer.today(), viewer.now(), file.value());
          List<ChildView> rows = new ViewQueries(em).of(file, scope);
          Set<UUID> led = led(em, viewer, rows);
          Map<StaffId, String> names =
              staff.names(rows.stream().map(ChildView::writtenBy).collect(Collectors.toSet()));
          return rows.stream()
              .map(
                  row ->
                      said(
                          row,
                          ViewReaders.reads(viewer, related, row),
                          ViewReaders.narrows(viewer, led, row),
                          names.get(row.writtenBy())))
              .toList();
        });
  }

  /**
   * What children who live in the file now said where they lived before and let others read, for
   * whoever can take it away from those. Nothing of the words is shown, nor who wrote them down.
   */
  public List<Said> brought(Viewer viewer, CaseFileId file) {
    access.require(viewer, Visits.READ, Subject.of(file));
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          List<ChildView> rows = new ViewQueries(em).brought(file, scope);
          Set<UUID> led = led(em, viewer, rows);
          return rows.stream()
              .filter(row -> ViewReaders.narrows(viewer, led, row))
              .map(row -> said(row, false, true, null))
              .toList();
        });
  }

  /** Sub-files of these that the viewer leads today. */
  private static Set<UUID> led(EntityManager em, Viewer viewer, List<ChildView> rows) {
    return new RelationQueries(em)
        .related(
            viewer.staff(),
            RelationKind.leading(),
            viewer.today(),
            viewer.now(),
            rows.stream().map(row -> row.childFile().value()).distinct().toList());
  }

  /**
   * What these would read of it: nothing else may be shown or handed to them.
   *
   * @param circle somebody outside the file
   */
  public List<Said> as(Viewer viewer, CaseFileId file, Circle circle) {
    return of(viewer, file).stream()
        .filter(view -> !view.kept() && ViewReaders.reach(circle, view.readers()))
        .toList();
  }

  private Said said(ChildView row, boolean reads, boolean narrows, String by) {
    return new Said(
        row.id(),
        row.version(),
        row.file(),
        row.child(),
        row.day(),
        reads ? keys.open(Subject.of(row.childFile()), SEALED, row.id(), row.words()) : null,
        row.learntBy(),
        row.readers(),
        row.chosenBy(),
        row.chosenOn(),
        by,
        narrows);
  }

  /**
   * @param file in which it was said, or into which the child has brought it
   * @throws NotFound when there is no such view, or the viewer does not see the child
   */
  public Said find(Viewer viewer, CaseFileId file, UUID view) {
    return Stream.concat(of(viewer, file).stream(), brought(viewer, file).stream())
        .filter(one -> one.id().equals(view))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound when the viewer sees no such child in the file today
   */
  public CaseFiles.Child child(Viewer viewer, CaseFileId file, PersonId child) {
    return files.header(viewer, file).children().stream()
        .filter(one -> one.person().equals(child))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private void tell(Viewer viewer, ChildView row) {
    if (row.learnt()) {
      evidence.record(
          Refusals.BUNDLE,
          row.id(),
          List.of(NewFact.of(EVIDENCE, About.person(row.file(), row.child()), row.day())));
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
                Refusals.BUNDLE,
                EVIDENCE,
                row.id(),
                Subject.of(row.childFile()),
                row.day(),
                Visits.READ,
                DataClass.CONTACT_TEXT,
                messages.title("timeline.child-view"),
                "/files/" + row.file() + "/tab/aims")
            .about(row.child())
            .writtenIn(row.file()));
  }
}
