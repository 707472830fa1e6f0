package org.opora.registry.plans.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.web.PaperPages;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.PlanKind;

/** Pages of plans. */
final class PlanPages {
  private final CaseFrame frame;
  private final PlanDesk desk;
  private final PlanPapers papers;
  private final PaperPages paperPages;

  PlanPages(CaseFrame frame, PlanDesk desk, PlanPapers papers, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.papers = papers;
    this.paperPages = new PaperPages(frame, papers, messages, new Entries());
  }

  /** Signatures and scans of plans. */
  PaperPages papers() {
    return paperPages;
  }

  private final class Entries implements PaperPages.Entries {
    /** Only of a plan of this file. */
    @Override
    public UUID id(Request request) {
      UUID plan = request.id("plan");
      desk.seen(request.viewer(), CaseFrame.file(request), plan);
      return plan;
    }

    @Override
    public PaperPages.Entry of(Request request, CaseFiles.Header header) {
      PlanView plan = plan(request);
      return new PaperPages.Entry(
          plan.id(),
          plan.version(),
          PlanForms.path(header.id(), plan.id()),
          "plan.title." + plan.kind(),
          "plan",
          plan.now().terms().on(),
          plan.by(),
          plan.now().words(),
          true);
    }

    @Override
    public Reply page(Request request, Form failed) {
      return show(request, failed);
    }
  }

  private PlanView plan(Request request) {
    PlanView plan = desk.find(request.viewer(), CaseFrame.file(request), request.id("plan"));
    request.shows(Subject.of(plan.whose()));
    return plan;
  }

  Reply part(Request request) {
    CaseFiles.Header header = frame.header(request);
    List<PlanView> plans = desk.of(request.viewer(), header.id());
    return frame
        .model(request, header, null)
        .with("plans", plans.stream().map(plan -> Named.of(plan, header)).toList())
        .with("wanted", wanted(request, header, plans))
        .page("plans-part");
  }

  /** Whoever has to have a plan. */
  private static List<Wanted> wanted(
      Request request, CaseFiles.Header header, List<PlanView> plans) {
    Stream<Wanted> children =
        header.children().stream()
            .map(one -> wanted(request, plans, PlanKind.STAY, one.person(), one.name()));
    Stream<Wanted> carers =
        header.carers().stream()
            .map(one -> wanted(request, plans, PlanKind.EDUCATION, one.person(), one.name()));
    return Stream.concat(children, carers).toList();
  }

  private static Wanted wanted(
      Request request, List<PlanView> plans, PlanKind kind, PersonId person, PersonName name) {
    boolean planned =
        plans.stream()
            .filter(plan -> plan.kind() == kind && plan.whose().equals(person))
            .anyMatch(plan -> !plan.now().terms().last().isBefore(request.viewer().today()));
    String path = kind == PlanKind.STAY ? "stay" : "education";
    return new Wanted(kind, name, path + "/" + person, planned);
  }

  /**
   * Somebody for whom a plan can be drawn up.
   *
   * @param path of the form, below that of all plans
   * @param planned whether there is one whose days are not over
   */
  public record Wanted(PlanKind kind, PersonName name, String path, boolean planned) {}

  Reply show(Request request) {
    return show(request, null);
  }

  /**
   * @param failed a form of the page that was refused, or null
   */
  private Reply show(Request request, Form failed) {
    CaseFiles.Header header = frame.header(request);
    PlanView plan = plan(request);
    return paperPages
        .fill(frame.model(request, header, null), request, plan.id())
        .with("of", Named.of(plan, header))
        .form("plan", failed);
  }

  Reply versions(Request request) {
    CaseFiles.Header header = frame.header(request);
    PlanView plan = plan(request);
    return frame
        .model(request, header, null)
        .with("of", Named.of(plan, header))
        .with("former", desk.former(request.viewer(), header.id(), plan.id()))
        .page("plan-versions");
  }

  /** For whoever reads and signs it, with the number of the wording. */
  Reply print(Request request) {
    CaseFiles.Header header = frame.header(request);
    PlanView plan = plan(request);
    return frame
        .model(request, header, null)
        .with("of", Named.of(plan, header))
        .with("wording", papers.prints().print(request.viewer(), plan.id(), plan.version()))
        .page("plan-print");
  }
}
