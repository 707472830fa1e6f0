package org.opora.registry.files.web;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.application.FarewellDesk;
import org.opora.registry.files.application.KeptRecords;
import org.opora.registry.files.application.Workloads;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Families of each worker, and all families of a leaving worker handed over at once. */
final class FarewellForms {
  private static final String CONFIRMED = "confirmed";
  private static final double HUNDRED = 100;
  private final Staff staff;
  private final FarewellDesk desk;
  private final Workloads loads;

  FarewellForms(Staff staff, FarewellDesk desk, Workloads loads) {
    this.staff = staff;
    this.desk = desk;
    this.loads = loads;
  }

  Reply loads(Request request) {
    return new Model()
        .with("loads", lines(request))
        .with("guidance", loads.guidance(request.viewer()))
        .page("workloads");
  }

  Reply export(Request request) {
    return Reply.export(
        request,
        Sheet.of("workloads", "load.title", loads.of(request.viewer()))
            .text("person.name", Workloads.Load::name)
            .number("load.families", Workloads.Load::families)
            .number("load.others", Workloads.Load::others)
            .number("load.weight", load -> load.halves() / 2.0)
            .number(
                "job.share", load -> load.hundredths() == null ? null : load.hundredths() / HUNDRED)
            .number("load.least", Workloads.Load::least)
            .number("load.most", Workloads.Load::most));
  }

  private List<LoadLine> lines(Request request) {
    return loads.of(request.viewer()).stream()
        .map(
            load ->
                new LoadLine(
                    load,
                    Weights.said(load.halves(), request.locale()),
                    load.hundredths() == null
                        ? null
                        : NumberFormat.getInstance(request.locale())
                            .format(load.hundredths() / HUNDRED)))
        .toList();
  }

  Reply blank(Request request) {
    return page(request, "farewell", null, List.of());
  }

  Reply handOver(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    StaffId leaver = leaver(request);
    LocalDate from = form.requiredDate("from");
    UUID rest = form.id("rest");
    Map<CaseFileId, StaffId> takers = new LinkedHashMap<>();
    FarewellDesk.Holding holding = desk.holding(viewer, leaver, day(viewer, from));
    for (FarewellDesk.Family family : holding.families()) {
      UUID taker = form.requiredId(FarewellDesk.field(family.header().id()));
      if (taker != null) {
        takers.put(family.header().id(), new StaffId(taker));
      }
    }
    if (!form.valid()) {
      return page(request, "farewell", form, List.of());
    }
    if (!form.checked(CONFIRMED)) {
      return page(request, "farewell-confirm", form, consequences(holding, takers, from, rest));
    }
    try {
      FarewellDesk.Done done =
          desk.handOver(viewer, leaver, from, takers, rest == null ? null : new StaffId(rest));
      return Reply.to("/staff/" + leaver, said(done));
    } catch (Refused refused) {
      form.refused(refused);
    }
    return page(request, "farewell", form, List.of());
  }

  /** What stays is said, be it records or only tasks. */
  private static Text said(FarewellDesk.Done done) {
    if (done.kept() > 0) {
      return Words.of("farewell.done.kept", done.families(), done.tasks(), done.kept());
    }
    return done.left() > 0
        ? Words.of("farewell.done.left", done.families(), done.tasks(), done.left())
        : Words.of("farewell.done", done.families(), done.tasks());
  }

  private List<Text> consequences(
      FarewellDesk.Holding holding, Map<CaseFileId, StaffId> takers, LocalDate from, UUID rest) {
    List<Text> will = new ArrayList<>();
    Map<StaffId, Integer> each = new LinkedHashMap<>();
    takers.values().forEach(taker -> each.merge(taker, 1, Integer::sum));
    Map<StaffId, String> names = staff.names(each.keySet());
    each.forEach(
        (taker, families) ->
            will.add(Words.of("farewell.will.take", names.get(taker), families, from)));
    will.add(Words.of("farewell.will.access", from));
    if (!holding.beside().isEmpty()) {
      will.add(Words.of("farewell.will.beside", holding.beside().size()));
    }
    for (CaseFiles.Header kept : holding.coming()) {
      will.add(Words.of("farewell.will.keep", kept.familyName(), kept.number()));
    }
    will.add(Words.of("farewell.will.tasks"));
    if (rest != null) {
      will.add(
          Words.of(
              "farewell.will.rest",
              staff.names(List.of(new StaffId(rest))).get(new StaffId(rest))));
    }
    for (FarewellDesk.StandIn one : holding.standIns()) {
      will.add(Words.of("farewell.stand-in", one.name(), one.since(), one.until()));
    }
    KeptRecords.Kept kept = holding.kept();
    stays(will, "farewell.stays.letters", kept.letters());
    stays(will, "farewell.stays.contacts", kept.contacts());
    stays(will, "farewell.stays.inquiries", kept.inquiries());
    stays(will, "farewell.stays.complaints", kept.complaints());
    stays(will, "farewell.stays.measures", kept.measures());
    stays(will, "farewell.stays.rules", kept.rules());
    will.add(Words.of("farewell.will.protocol"));
    return will;
  }

  private static void stays(List<Text> will, String key, int count) {
    if (count > 0) {
      will.add(Words.of(key, count));
    }
  }

  private static LocalDate day(Viewer viewer, LocalDate from) {
    return from == null || from.isBefore(viewer.today()) ? viewer.today() : from;
  }

  private Reply page(Request request, String template, Form form, List<Text> consequences) {
    Viewer viewer = request.viewer();
    StaffId leaver = leaver(request);
    FarewellDesk.Holding holding =
        desk.holding(viewer, leaver, day(viewer, form == null ? null : form.date("from")));
    request.shows(
        Stream.concat(
                holding.families().stream().map(FarewellDesk.Family::header),
                holding.coming().stream())
            .map(header -> Subject.of(header.id()))
            .toList());
    return new Model()
        .with("member", staff.member(viewer, leaver))
        .with("families", families(request, holding, form))
        .with("coming", holding.coming())
        .with("standIns", holding.standIns())
        .with("kept", holding.kept())
        .with("beside", holding.beside().size())
        .with("tasks", holding.tasks())
        .with("helpers", helpers(viewer, leaver))
        .with("loads", lines(request))
        .with("guidance", loads.guidance(viewer))
        .with("consequences", consequences)
        .with("from", form == null ? viewer.today() : form.raw("from"))
        .with("rest", form == null ? "" : form.raw("rest"))
        .form(template, form);
  }

  private static List<Family> families(Request request, FarewellDesk.Holding holding, Form form) {
    return holding.families().stream()
        .map(
            family -> {
              String field = FarewellDesk.field(family.header().id());
              return new Family(
                  family.header(),
                  field,
                  Weights.said(family.halves(), request.locale()),
                  HandoverForms.choices(family.takers()),
                  form == null ? "" : form.raw(field));
            })
        .toList();
  }

  private List<Choice> helpers(Viewer viewer, StaffId leaver) {
    return staff.names(desk.helpers(viewer, leaver)).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  private static StaffId leaver(Request request) {
    return new StaffId(request.id("staff"));
  }

  /**
   * @param weight in the reader's words
   * @param share of a full time in the reader's words; null when it is not written down
   */
  public record LoadLine(Workloads.Load load, String weight, String share) {}

  /**
   * @param chosen what was chosen; empty before
   */
  public record Family(
      CaseFiles.Header header, String field, String weight, List<Choice> takers, String chosen) {}
}
