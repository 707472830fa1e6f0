package org.opora.registry.shared.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Shown;
import org.opora.api.text.Title;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactLine;
import org.opora.registry.intake.application.DisposalDesk;
import org.opora.registry.intake.application.InquiryCorrections;
import org.opora.registry.intake.application.InquiryDesk.Capacity;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.application.IntakeFigures;
import org.opora.registry.intake.application.Provision;
import org.opora.registry.intake.application.ReachDesk;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.DisposalState;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.ReachEntry;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.RecordKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.tasks.persistence.FileLabel;

/** Pages of first contact, filled and empty. */
record IntakeSamples(LocalDate today) {
  private static final List<Choice> CHOICES = List.of(new Choice("a", "Jana Malá"));

  /**
   * @param framed what every page of a case file has around it
   */
  Map<String, Map<String, Object>> pages(Map<String, Object> framed, Form wrong, Form stale) {
    Map<String, Map<String, Object>> pages = new HashMap<>();
    requests(pages, framed, wrong, stale);
    inquiries(pages, wrong, stale);
    contacts(pages, wrong, stale);
    returns(pages, wrong);
    reach(pages, wrong, stale);
    return pages;
  }

  private void requests(
      Map<String, Map<String, Object>> pages, Map<String, Object> framed, Form wrong, Form stale) {
    RequestLine open = request(null, true);
    RequestLine offered = request(null, false);
    List<RequestLine> all =
        List.of(
            open, offered, request(Outcome.PROVIDED, true), request(Outcome.NOT_POSSIBLE, true));
    Page<RequestLine> none = Page.last(List.of());
    pages.put(
        "requests",
        model("requests", new Page<>(all, "n"), "answered", false, "query", "show=open"));
    pages.put("requests none", model("requests", none, "answered", true));
    pages.put(
        "requests of a family",
        model(
            "requests",
            new Page<>(all, "n"),
            "answered",
            true,
            "family",
            framed.get("file"),
            "query",
            "show=answered"));
    pages.put("requests-card", model("requests", new Page<>(all, "n"), "narrow", true));
    pages.put("requests-card none", model("requests", none));
    Map<String, Object> part = new HashMap<>(framed);
    part.putAll(
        model("requests", new Page<>(all, "n"), "finished", new Page<>(all, "n"), "brief", false));
    pages.put("requests-part", part);
    Map<String, Object> empty = new HashMap<>(framed);
    empty.putAll(model("requests", none, "finished", none, "brief", true));
    pages.put("requests-part none", empty);
    Map<String, Object> form = new HashMap<>(framed);
    form.putAll(
        model("action", "/x", "draft", "x", "back", "/y", "askers", CHOICES, "rights", CHOICES));
    pages.put("request-form", form);
    Map<String, Object> again = new HashMap<>(form);
    again.putAll(model("entry", open, "form", stale));
    pages.put("request-form stale", again);
    int number = 0;
    for (RequestLine line : all) {
      Map<String, Object> one = new HashMap<>(framed);
      one.putAll(model("entry", line, "outcomes", CHOICES, "form", number == 0 ? wrong : null));
      pages.put("request " + number++, one);
    }
  }

  private RequestLine request(Outcome outcome, boolean known) {
    boolean answered = outcome != null;
    return new RequestLine(
        Ids.next(),
        3,
        new FileLabel(CaseFileId.next(), "001/2026", "Dvořákovi"),
        PersonId.next(),
        known ? "Jan Dvořák" : null,
        today,
        "cz.47a.b",
        Words.of("intake.topic.OTHER"),
        "§ 47a",
        "Týden v létě",
        today.minusDays(1),
        !answered,
        answered || !known ? "Víkend" : null,
        answered || !known ? today : null,
        outcome,
        answered ? today : null,
        answered ? "Jana Malá" : null,
        answered ? "Nebylo místo." : null,
        "Jana Malá");
  }

  private void inquiries(Map<String, Map<String, Object>> pages, Form wrong, Form stale) {
    List<InquiryLine> all =
        List.of(
            inquiry(InquiryState.NEW, false),
            inquiry(InquiryState.WAITING, false),
            inquiry(InquiryState.ACCEPTED, false),
            inquiry(InquiryState.REFUSED, false),
            inquiry(InquiryState.REFUSED, true));
    Capacity full = new Capacity(40, 40);
    Capacity unknown = new Capacity(null, 3);
    pages.put(
        "inquiries",
        model(
            "inquiries",
            new Page<>(all, "n"),
            "which",
            "ALL",
            "whiches",
            CHOICES,
            "capacity",
            full));
    pages.put(
        "inquiries none",
        model(
            "inquiries",
            Page.last(List.of()),
            "which",
            "OPEN",
            "whiches",
            CHOICES,
            "capacity",
            unknown));
    Object[] fields = {"action", "/x", "draft", "x", "back", "/y", "doer", "a", "doers", CHOICES};
    Map<String, Object> blank = model(fields);
    blank.put("on", today);
    pages.put("inquiry-form", blank);
    Map<String, Object> again = model(fields);
    again.putAll(
        model("entry", all.get(0), "form", stale, "on", today, "name", "Malá <b>", "phone", "600"));
    pages.put("inquiry-form stale", again);
    int number = 0;
    for (InquiryLine line : all) {
      pages.put(
          "inquiry " + number++,
          model(
              "entry",
              line,
              "ways",
              CHOICES,
              "capacity",
              full,
              "opens",
              true,
              "corrects",
              !line.open(),
              "before",
              line.open() ? List.of() : List.of(before(true), before(false))));
      pages.put(
          "inquiry-turn " + number,
          model("entry", line, "states", CHOICES, "form", line.open() ? stale : wrong));
      pages.put(
          "inquiry-correct " + number,
          model(
              "entry",
              line,
              "states",
              CHOICES,
              "grounds",
              CHOICES,
              "others",
              "Organizace A",
              "form",
              line.open() ? stale : wrong));
    }
    for (boolean seen : List.of(true, false)) {
      pages.put(
          "inquiry-file " + seen,
          model(
              "action",
              "/x",
              "back",
              "/y",
              "name",
              seen ? "Malá <b>" : null,
              "phone",
              seen ? "600 000 000" : null,
              "found",
              seen ? found() : null,
              "form",
              seen ? null : wrong));
    }
    pages.put(
        "inquiry-refuse",
        model("entry", all.get(0), "capacity", full, "grounds", CHOICES, "form", wrong));
    pages.put(
        "inquiry-refuse stale",
        model("entry", all.get(0), "capacity", unknown, "grounds", CHOICES, "form", stale));
  }

  private InquiryCorrections.Before before(boolean refused) {
    return new InquiryCorrections.Before(
        today,
        "Jana Malá",
        refused ? InquiryState.REFUSED : InquiryState.WAITING,
        today,
        refused ? null : today,
        refused ? Words.of("intake.topic.OTHER") : null,
        refused ? "Omyl." : null,
        refused ? null : new FileLabel(CaseFileId.next(), "001/2026", "Malovi"));
  }

  private CaseFiles.Header found() {
    return new CaseFiles.Header(
        CaseFileId.next(),
        FileKind.FOSTER_FAMILY,
        "001/2026",
        FileStatus.OPEN,
        "Malovi",
        List.of(
            new CaseFiles.Carer(
                PersonId.next(), PartRole.CARER, new PersonName("Eva", "Malá"), null)),
        List.of(),
        null,
        null,
        null,
        false);
  }

  private InquiryLine inquiry(InquiryState state, boolean forgotten) {
    boolean refused = state == InquiryState.REFUSED;
    boolean waits = state == InquiryState.WAITING;
    return new InquiryLine(
        Ids.next(),
        2,
        today,
        forgotten ? null : "Malá <b>",
        forgotten ? null : "600 000 000",
        forgotten ? null : "Ptá se na místo.",
        state,
        today,
        waits ? today : null,
        waits ? 2 : null,
        refused ? Words.of("intake.topic.OTHER") : null,
        refused ? "cz.capacity" : null,
        refused && !forgotten ? List.of("Organizace A", "Organizace B") : List.of(),
        refused ? 2 : null,
        refused && !forgotten ? 40 : null,
        refused ? 40 : null,
        state == InquiryState.ACCEPTED ? CaseFileId.next() : null,
        state == InquiryState.WAITING ? Ids.next() : null,
        StaffId.next(),
        "Jana Malá",
        "Eva Nová",
        forgotten ? today : null);
  }

  private void contacts(Map<String, Map<String, Object>> pages, Form wrong, Form stale) {
    ContactDesk.Seen plain = contact(false);
    ContactDesk.Seen rich = contact(true);
    List<ContactLine> all = List.of(plain.line(), rich.line());
    Object[] filter = {
      "open",
      true,
      "own",
      false,
      "month",
      "2026-11",
      "urgency",
      "SOON",
      "urgencies",
      CHOICES,
      "query",
      "show=open"
    };
    Map<String, Object> list = model(filter);
    list.put("contacts", new Page<>(all, "n"));
    pages.put("intake", list);
    Map<String, Object> empty = model(filter);
    empty.put("contacts", Page.last(List.of()));
    pages.put("intake none", empty);
    pages.put("intake-card", model("contacts", new Page<>(all, "n")));
    pages.put("intake-card none", model("contacts", Page.last(List.of())));
    Object[] fields = {
      "action",
      "/x",
      "draft",
      "x",
      "back",
      "/y",
      "now",
      LocalTime.of(9, 5),
      "ways",
      CHOICES,
      "topics",
      CHOICES,
      "urgencies",
      CHOICES,
      "answers",
      CHOICES,
      "steps",
      CHOICES,
      "doer",
      "a",
      "doers",
      CHOICES
    };
    Map<String, Object> blank = model(fields);
    blank.put("form", wrong);
    pages.put("intake-form", blank);
    Map<String, Object> again = model(fields);
    again.putAll(model("entry", rich, "form", stale));
    pages.put("intake-form stale", again);
    pages.put("intake-entry", model("entry", rich, "opens", true, "inquiry", Ids.next()));
    pages.put("intake-entry plain", model("entry", plain, "opens", true));
    pages.put(
        "intake-entry forgotten",
        model(
            "entry",
            new ContactDesk.Seen(
                1,
                plain.line(),
                StaffId.next(),
                new ContactDesk.Said(null, null, null, null, null, null, null)),
            "opens",
            true));
  }

  private ContactDesk.Seen contact(boolean rich) {
    ContactLine line =
        new ContactLine(
            Ids.next(),
            today,
            rich ? LocalTime.of(9, 5) : null,
            Way.PHONE,
            rich ? List.of(term(Topic.SCHOOL), term(Topic.MONEY)) : List.of(term(Topic.CHILD)),
            Pressing.SOON,
            today,
            rich ? today : null,
            !rich,
            rich ? NextStep.CALL_BACK : NextStep.NONE,
            rich ? today : null,
            "Jana Malá",
            "Eva Nová",
            rich ? 8 : null,
            rich ? CaseFileId.next() : null);
    return new ContactDesk.Seen(
        1,
        line,
        StaffId.next(),
        new ContactDesk.Said(
            rich ? "Eva" : null,
            rich ? "600 000 000" : null,
            "Bojí se o dítě.",
            rich ? "Zavolat do školy." : null,
            rich ? "odpoledne" : null,
            rich ? "doma" : null,
            rich ? "ukrajinsky" : null));
  }

  private static ReturnDesk.Figure figure(String code, Integer count, Integer now, boolean listed) {
    return new ReturnDesk.Figure(
        code, Words.of("return." + code), Measure.RECORDS, count, now, listed);
  }

  /** Lists behind figures: full, with closed lines, and empty. */
  private void behind(Map<String, Map<String, Object>> pages) {
    List<FigureList.Line> lines =
        List.of(
            new FigureList.Line(
                new Shown(
                    Ids.next(),
                    Words.of("inquiry.state.REFUSED"),
                    null,
                    today,
                    "/inquiries/1",
                    List.of()),
                1),
            new FigureList.Line(new Shown(Ids.next(), null, "Malá <b>", null, null, List.of()), 1));
    for (FigureList list :
        List.of(
            new FigureList(lines, 2, Ids.next().toString()),
            new FigureList(List.of(), 3, null),
            new FigureList(lines, null, null),
            new FigureList(List.of(), 0, null))) {
      pages.put(
          "return-list " + list.closed(),
          model(
              "behind",
              new ReturnDesk.Behind(
                  2025, figure(ReturnDesk.REFUSED, 2, null, true), list.closed() == null, list),
              "list",
              list,
              "page",
              new Page<>(list.lines(), list.next())));
    }
  }

  private Provision provision(boolean full) {
    return full
        ? new Provision(1, "Dvě místnosti <b>", "Tři pracovníci", today, "Jana Malá", false)
        : new Provision(0, null, null, null, null, true);
  }

  private void returns(Map<String, Map<String, Object>> pages, Form wrong) {
    List<DisposalDesk.Line> lines =
        List.of(
            new DisposalDesk.Line(
                RecordKind.INQUIRY,
                Ids.next(),
                today,
                "Malá <b>",
                InquiryState.REFUSED,
                null,
                null),
            new DisposalDesk.Line(RecordKind.CONTACT, Ids.next(), today, null, null, today, "ab"));
    for (boolean filed : List.of(true, false)) {
      ReturnDesk.Figures figures =
          new ReturnDesk.Figures(
              2025,
              true,
              List.of(
                  figure(ReturnDesk.ASKED, 3, null, true),
                  figure(ReturnDesk.REFUSED, 1, filed ? 2 : null, !filed),
                  new ReturnDesk.Figure(
                      "activity.none.minutes",
                      Words.of("return.measure.MINUTES", Words.of("counts.activity.none")),
                      Measure.MINUTES,
                      135,
                      null,
                      true),
                  figure(ReturnDesk.PLACES, filed ? null : 40, filed ? 40 : null, false)),
              filed ? null : today,
              filed ? today : null,
              filed ? "Jana Malá" : null,
              1,
              filed ? Ids.next() : null);
      pages.put(
          "return " + filed,
          model(
              "figures",
              figures,
              "years",
              filed ? List.of(2026, 2025) : List.of(2025),
              "provision",
              provision(filed)));
      pages.put(
          "return-words " + filed,
          model("year", 2025, "provision", provision(filed), "form", filed ? wrong : null));
      pages.put(
          "return-file " + filed,
          model(
              "figures",
              figures,
              "lines",
              filed ? List.of() : lines,
              "approvers",
              CHOICES,
              "form",
              filed ? wrong : null));
    }
    disposals(pages, wrong, lines);
    behind(pages);
    pages.put(
        "intake-figures",
        model(
            "lines",
            List.of(new IntakeFigures.Line(FigureKind.PLACES, today, 40)),
            "kinds",
            CHOICES,
            "form",
            wrong));
  }

  private void disposals(
      Map<String, Map<String, Object>> pages, Form wrong, List<DisposalDesk.Line> lines) {
    int number = 0;
    for (DisposalState state : DisposalState.values()) {
      for (boolean mine : List.of(true, false)) {
        DisposalDesk.Row row = disposal(state);
        pages.put(
            "disposal " + number++,
            model(
                "disposal",
                new DisposalDesk.Seen(row, row.open() ? null : "Důvod <b>", mine, mine, lines),
                "form",
                mine ? wrong : null));
      }
    }
    pages.put(
        "disposal waits",
        model(
            "disposal",
            new DisposalDesk.Seen(disposal(DisposalState.PROPOSED), null, true, false, lines)));
    pages.put(
        "disposals",
        model(
            "disposals",
            new Page<>(
                List.of(disposal(DisposalState.PROPOSED), disposal(DisposalState.DONE)), "n"),
            "over",
            2,
            "approvers",
            CHOICES,
            "form",
            wrong));
    pages.put(
        "disposals none",
        model(
            "disposals", Page.last(List.of()), "over", 5, "approvers", List.of(), "waiting", null));
    pages.put(
        "disposals waiting",
        model("disposals", Page.last(List.of()), "over", 1, "waiting", Ids.next()));
  }

  private DisposalDesk.Row disposal(DisposalState state) {
    boolean open = state == DisposalState.PROPOSED;
    return new DisposalDesk.Row(
        Ids.next(),
        1,
        open ? DisposalKind.CONTACTS : DisposalKind.RETURN,
        2025,
        state,
        today,
        "Jana Malá",
        open ? "Eva Nová" : null,
        open ? null : today,
        open ? null : "Eva Nová",
        2);
  }

  private void reach(Map<String, Map<String, Object>> pages, Form wrong, Form stale) {
    record Month(String name, int entries, ReachEntry.People people, int minutes) {}
    ReachEntry.People people = new ReachEntry.People(1, 2, 3);
    ReachDesk.Line line =
        new ReachDesk.Line(
            Ids.next(),
            2,
            ReachKind.PREVENTION,
            today,
            "Klub",
            term(Topic.SCHOOL),
            "Beseda",
            null,
            people,
            90,
            "Jana Malá",
            true);
    for (boolean empty : List.of(true, false)) {
      pages.put(
          "outreach " + empty,
          model(
              "kind",
              "PREVENTION",
              "kinds",
              CHOICES,
              "year",
              2026,
              "before",
              empty ? null : 2025,
              "after",
              empty ? null : 2027,
              "months",
              List.of(new Month("listopad", 1, people, 90)),
              "entries",
              empty ? Page.last(List.of()) : new Page<>(List.of(line), "n"),
              "query",
              "kind=PREVENTION"));
    }
    Object[] fields = {
      "action", "/x", "draft", "x", "back", "/y", "kind", "OUTREACH", "topics", CHOICES
    };
    Map<String, Object> blank = model(fields);
    blank.put("form", wrong);
    pages.put("outreach-form", blank);
    Map<String, Object> again = model(fields);
    again.putAll(model("entry", line, "form", stale));
    pages.put("outreach-form stale", again);
  }

  private static Map<String, Object> model(Object... namesAndValues) {
    Map<String, Object> model = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      model.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return model;
  }

  private static Choices.Term term(String code) {
    return new Choices.Term(code, new Title("téma", "temat", "topic"));
  }
}
