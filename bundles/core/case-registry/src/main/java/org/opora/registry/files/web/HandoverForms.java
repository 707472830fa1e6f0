package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.CoWorkers;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.files.application.Takers;
import org.opora.registry.files.application.Workloads;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** One file goes to another key worker: the form, the protocol, and its confirmation. */
final class HandoverForms {
  private static final int LONGEST = 4000;
  private static final int HEAVIEST = 8;
  private final CaseFrame frame;
  private final CaseFiles files;
  private final Staff staff;
  private final HandoverDesk desk;
  private final CoWorkers coWorkers;
  private final Workloads loads;

  HandoverForms(
      CaseFrame frame,
      CaseFiles files,
      Staff staff,
      HandoverDesk desk,
      CoWorkers coWorkers,
      Workloads loads) {
    this.frame = frame;
    this.files = files;
    this.staff = staff;
    this.desk = desk;
    this.coWorkers = coWorkers;
    this.loads = loads;
  }

  Reply blank(Request request) {
    return form(request, null);
  }

  Reply handOver(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    UUID taker = form.requiredId("taker");
    LocalDate from = form.requiredDate("from");
    String promises = form.text("promises", LONGEST);
    return form.attempt(
        () -> {
          UUID handover = desk.handOver(request.viewer(), file, new StaffId(taker), from, promises);
          return handover == null
              ? Reply.to("/files/" + file + "/people", Words.of("handover.kept"))
              : Reply.to(after(request.viewer(), file, handover), Words.of("handover.done"));
        },
        wrong -> form(request, wrong));
  }

  /** Whoever has just handed a family over may not see it any more. */
  private String after(Viewer viewer, CaseFileId file, UUID handover) {
    return files.headers(viewer, List.of(file)).containsKey(file)
        ? "/files/" + file + "/handovers/" + handover
        : "/files";
  }

  private Reply form(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    Takers.Choice takers = desk.takers(request.viewer(), header.id(), first(request, form));
    return frame
        .model(request, header, null)
        .with("takers", choices(takers))
        .with("tomorrow", request.viewer().today().plusDays(1))
        .form("handover-form", form);
  }

  /** Whoever leaves before the first day cannot take it; without a day they are all shown. */
  private static LocalDate first(Request request, Form form) {
    LocalDate typed = form == null ? null : form.date("from");
    return typed == null ? request.viewer().today() : typed;
  }

  Reply workers(Request request) {
    return workers(request, null);
  }

  Reply assign(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    StaffId keyWorker = id(form.id("keyWorker"));
    StaffId deputy = id(form.id("deputy"));
    LocalDate from = form.requiredDate("from");
    if (keyWorker != null && keyWorker.equals(deputy)) {
      form.error("deputy", Words.of("workers.same"));
    }
    return form.attempt(
        () -> {
          desk.assign(request.viewer(), file, keyWorker, deputy, from);
          boolean seen = files.headers(request.viewer(), List.of(file)).containsKey(file);
          return Reply.to(seen ? "/files/" + file : "/files", Words.of("workers.saved"));
        },
        wrong -> workers(request, wrong));
  }

  private static StaffId id(UUID key) {
    return key == null ? null : new StaffId(key);
  }

  /**
   * A family that has a key worker goes to another one by a hand-over, so only they are offered.
   */
  private Reply workers(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    List<Choice> takers = choices(coWorkers.choices(request.viewer(), header.id()));
    return frame
        .model(request, header, null)
        .with(
            "keyWorkers", header.keyWorker() == null ? takers : with(List.of(), header.keyWorker()))
        .with("led", header.keyWorker() != null)
        .with("deputies", with(takers, header.deputy()))
        .form("workers", form);
  }

  /** Whoever it is now can stay, also when they could not be chosen anew. */
  private List<Choice> with(List<Choice> takers, StaffId now) {
    if (now == null || takers.stream().anyMatch(one -> one.value().equals(now.toString()))) {
      return takers;
    }
    List<Choice> all = new ArrayList<>(takers);
    all.add(new Choice(now.toString(), staff.names(List.of(now)).get(now)));
    return all;
  }

  static List<Choice> choices(Takers.Choice takers) {
    return takers.can().stream()
        .map(one -> new Choice(one.staff().toString(), one.name()))
        .toList();
  }

  Reply show(Request request) {
    return protocol(request, null);
  }

  Reply confirm(Request request) {
    Form form = request.form();
    String remark = form.text("remark", LONGEST);
    HandoverDesk.Protocol protocol = ofThisFile(request);
    return form.attempt(
        () -> {
          desk.confirm(request.viewer(), protocol.id(), form.version(), remark);
          return Reply.to(
              "/files/" + protocol.file() + "/handovers/" + protocol.id(),
              Words.of("handover.confirmed"));
        },
        wrong -> protocol(request, wrong));
  }

  private Reply protocol(Request request, Form form) {
    HandoverDesk.Protocol protocol = ofThisFile(request);
    CaseFiles.Header header = frame.header(request);
    return frame.model(request, header, null).with("protocol", protocol).form("handover", form);
  }

  private HandoverDesk.Protocol ofThisFile(Request request) {
    HandoverDesk.Protocol protocol = desk.view(request.viewer(), request.id("handover"));
    if (!protocol.file().equals(CaseFrame.file(request))) {
      throw new NotFound();
    }
    return protocol;
  }

  /** Protocols that wait for me. */
  Reply waiting(Request request) {
    List<HandoverDesk.Waiting> waiting = desk.waiting(request.viewer());
    request.shows(waiting.stream().map(one -> Subject.of(one.file())).distinct().toList());
    return new Model().with("waiting", waiting).page("handovers");
  }

  /** Who works with the family beside key worker and deputy, its weight, former protocols. */
  Reply team(Request request) {
    return team(request, null, false);
  }

  Reply addCoWorker(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    UUID colleague = form.requiredId("staff");
    LocalDate from = form.requiredDate("from");
    LocalDate until = form.date("until");
    return form.attempt(
        () -> {
          coWorkers.add(request.viewer(), file, new StaffId(colleague), from, until);
          return Reply.to(teamOf(file), Words.of("co-worker.added"));
        },
        wrong -> team(request, wrong, false));
  }

  Reply endCoWorker(Request request) {
    CaseFileId file = CaseFrame.file(request);
    coWorkers.end(request.viewer(), file, request.id("assignment"));
    boolean seen = files.headers(request.viewer(), List.of(file)).containsKey(file);
    return Reply.to(seen ? teamOf(file) : "/files", Words.of("co-worker.ended"));
  }

  Reply weigh(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Integer halves = form.number("weight", 1, HEAVIEST);
    return form.attempt(
        () -> {
          loads.weigh(request.viewer(), file, halves);
          return Reply.to(teamOf(file), Words.of("weight.saved"));
        },
        wrong -> team(request, wrong, true));
  }

  private static String teamOf(CaseFileId file) {
    return "/files/" + file + "/team";
  }

  /** Two forms on one page: what was typed into one is nothing to the other. */
  private Reply team(Request request, Form form, boolean weighs) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    boolean leads = coWorkers.leads(viewer, header.id());
    return frame
        .model(request, header, null)
        .with("leads", leads)
        .with("coWorkers", coWorkers.of(viewer, header.id()))
        .with("colleagues", leads ? choices(coWorkers.choices(viewer, header.id())) : List.of())
        .with("weight", loads.weight(viewer, header.id()))
        .with("weights", Weights.choices(request.locale()))
        .with("handovers", desk.of(viewer, header.id()))
        .with("joining", weighs ? null : form)
        .with("weighing", weighs ? form : null)
        .form("team", form);
  }
}
