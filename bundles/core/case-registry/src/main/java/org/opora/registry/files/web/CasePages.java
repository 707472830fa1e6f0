package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.AmendmentsDesk;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.OverviewDesk;
import org.opora.registry.files.application.ProposalsDesk;
import org.opora.registry.shared.web.Words;

/**
 * The case file: overview, timeline, people, agreement and placements, and the tabs of installed
 * modules.
 */
final class CasePages {
  private static final int LATEST = 6;
  private static final int ENTRIES = 40;
  private final CaseFrame frame;
  private final CaseFiles files;
  private final OverviewDesk overviews;
  private final EndingsDesk endings;
  private final ProposalsDesk proposals;
  private final AmendmentsDesk amendments;
  private final Placements placements;
  private final Timeline timeline;
  private final Staff staff;

  CasePages(
      CaseFrame frame,
      CaseFiles files,
      OverviewDesk overviews,
      EndingsDesk endings,
      ProposalsDesk proposals,
      AmendmentsDesk amendments,
      Placements placements,
      Timeline timeline,
      Staff staff) {
    this.frame = frame;
    this.files = files;
    this.overviews = overviews;
    this.endings = endings;
    this.proposals = proposals;
    this.amendments = amendments;
    this.placements = placements;
    this.timeline = timeline;
    this.staff = staff;
  }

  /** How the children are, what is agreed, what is due, what happened last, who is involved. */
  Reply overview(Request request) {
    Viewer viewer = request.viewer();
    OverviewDesk.Overview overview = overviews.of(viewer, CaseFrame.file(request), LATEST);
    CaseFiles.Header header = overview.cover().header();
    frame.shows(request, header);
    List<CaseTabs.Tab> tabs = frame.contributed(viewer, header.id());
    return frame
        .model(request, header, "overview", tabs)
        .with("cover", overview.cover())
        .with("news", ChildNews.of(viewer, header, overview.seen()))
        .with("latest", overview.latest())
        .with(
            "duties",
            CaseFrame.agreed(header)
                ? find(tabs, CaseParts.DUTIES).map(CaseTabs.Tab::content).orElse(null)
                : null)
        .page("case-overview");
  }

  Reply timeline(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, "timeline")
        .with(
            "entries",
            timeline.of(
                request.viewer(), header.id(), request.query("after").orElse(null), ENTRIES))
        .page("case-timeline");
  }

  Reply people(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    CaseFiles.History history = files.history(viewer, header.id());
    request.shows(history.carers().stream().map(part -> Subject.of(part.person())).toList());
    return frame
        .model(request, header, "people")
        .with("carersNow", carers(viewer, header))
        .with("history", history)
        .with("stays", lasting(viewer, header))
        .with("workers", workers(history))
        .with("openings", frame.openings(viewer, header))
        .page("case-people");
  }

  Reply agreement(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    List<Placements.Stay> stays = placements.of(viewer, header.id());
    request.shows(stays.stream().map(stay -> Subject.of(stay.child())).toList());
    return frame
        .model(request, header, "agreement")
        .with("agreements", endings.of(viewer, header.id()))
        .with("proposals", proposals.of(viewer, header.id()))
        .with("amendments", amendments.of(viewer, header.id()))
        .with("stays", stays)
        .with("cover", files.cover(viewer, header.id()))
        .page("case-agreement");
  }

  /** A tab of another bundle; its content is a request of its own. */
  Reply contributed(Request request) {
    String id = request.variable("tab");
    CaseFiles.Header header = frame.header(request);
    List<CaseTabs.Tab> tabs = frame.contributed(request.viewer(), header.id());
    Optional<CaseTabs.Tab> tab = find(tabs, id);
    return frame
        .model(request, header, id, tabs)
        .with("contributed", tab.orElse(null))
        .with("missing", tab.isEmpty())
        .page("case-tab");
  }

  Reply settle(Request request) {
    CaseFileId file = CaseFrame.file(request);
    files.settle(request.viewer(), file, request.id("doubt"));
    return Reply.to("/files/" + file, Words.of("doubt.settled"));
  }

  private static Optional<CaseTabs.Tab> find(List<CaseTabs.Tab> tabs, String id) {
    return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst();
  }

  /** In a foster family they stand with the agreement. */
  private List<Placements.Stay> lasting(Viewer viewer, CaseFiles.Header header) {
    return header.kind().agreement()
        ? List.of()
        : placements.of(viewer, header.id()).stream().filter(stay -> stay.until() == null).toList();
  }

  private List<Worker> workers(CaseFiles.History history) {
    Map<StaffId, String> names =
        staff.names(
            history.assignments().stream().map(CaseFiles.Assignment::staff).distinct().toList());
    return history.assignments().stream()
        .map(one -> new Worker(names.get(one.staff()), one.kind(), one.from(), one.until()))
        .toList();
  }

  private static List<CarerNow> carers(Viewer viewer, CaseFiles.Header header) {
    return header.carers().stream()
        .map(carer -> new CarerNow(carer, Words.age(carer.birthDate(), viewer.today())))
        .toList();
  }

  /** Somebody of the staff and their days with this family. */
  public record Worker(String name, RelationKind kind, LocalDate from, LocalDate until) {}

  /** A carer with the age of today. */
  public record CarerNow(CaseFiles.Carer carer, Text age) {}
}
