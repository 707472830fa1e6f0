package org.opora.registry.shared.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Accounts;
import org.opora.api.access.Roles;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.api.staff.spi.StaffLaw;
import org.opora.api.text.Title;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.registry.files.application.CoWorkers;
import org.opora.registry.files.application.FarewellDesk;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.files.application.KeptRecords;
import org.opora.registry.files.application.Workloads;
import org.opora.registry.files.domain.HandoverPart;
import org.opora.registry.shared.application.Mark;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.Competences;
import org.opora.registry.staff.application.Conflicts;
import org.opora.registry.staff.application.NewCheck;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.NewTraining;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffLine;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.TimeSheets;
import org.opora.registry.staff.application.TrainingBook;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.Competence;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.TrainingDuty;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.registry.staff.persistence.ShareRow;

/** Pages about staff and hand-overs, filled and empty. */
final class StaffRoomPages {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private final StaffId who = StaffId.next();
  private final Staff.Member member = new Staff.Member(who, 2, "Jana Malá");
  private final Map<String, Map<String, Object>> pages;
  private static final Title VISIT = new Title("Osobní kontakt", "Kontakt koordynatora", "Visit");
  private final CaseFiles.Header header;
  private final Map<String, Object> bar;

  /**
   * @param bar what a page of a case file has around it
   */
  StaffRoomPages(
      Map<String, Map<String, Object>> pages, CaseFiles.Header header, Map<String, Object> bar) {
    this.pages = pages;
    this.header = header;
    this.bar = bar;
  }

  void add() {
    sheet();
    forms();
    away();
    handovers();
    farewell();
    lists();
  }

  /** A row of the list, as the handler makes it. */
  public record Row(
      StaffId id, String name, Accounts.State state, List<String> roles, StaffLine line) {}

  /** As the handler of the hand-over makes it. */
  public record LoadLine(Workloads.Load load, String weight, String share) {}

  /** As the handler of the hand-over makes it. */
  public record Leaving(
      CaseFiles.Header header, String field, String weight, List<Choice> takers, String chosen) {}

  /** As the handler of the time sheets makes it. */
  public record SumLine(TimeSheets.Sum sum, String hours, String way) {}

  private StaffLine line(boolean present, boolean open) {
    return new StaffLine(
        who,
        "Jana Malá",
        List.of(
            new StaffLine.Post(
                PostCode.KEY_WORKER, null, "Sever", open ? EmploymentKind.EMPLOYMENT : null),
            new StaffLine.Post(PostCode.OTHER, "Koordinátorka", null, null)),
        present,
        open ? TODAY.minusYears(2) : null,
        present || !open ? null : TODAY.minusDays(2),
        open ? 80 : null);
  }

  private void sheet() {
    Row row =
        new Row(who, "Jana Malá", Accounts.State.ACTIVE, List.of("director"), line(true, true));
    Row gone = new Row(who, "Eva", Accounts.State.NONE, List.of(), line(false, true));
    Page<Row> page = new Page<>(List.of(row, gone), "abc");
    put(
        "staff",
        "called",
        Map.of("director", "Vedoucí"),
        "members",
        page.items(),
        "page",
        page,
        "manages",
        true,
        "which",
        "ALL",
        "here",
        "/staff?show=ALL");
    for (String which : List.of("PRESENT", "FORMER")) {
      put(
          "staff none " + which,
          "members",
          List.of(),
          "page",
          Page.last(List.of()),
          "manages",
          false,
          "which",
          which,
          "here",
          "/staff");
    }
    for (Accounts.State state : Accounts.State.values()) {
      Map<String, Object> model = rich();
      model.putAll(
          model(
              "manages",
              true,
              "state",
              state,
              "given",
              List.of("director"),
              "seen",
              "director",
              "now",
              state == Accounts.State.ACTIVE ? "Vedoucí" : null,
              "waiting",
              state == Accounts.State.NONE ? List.of() : List.of(waits(false), waits(true)),
              "choices",
              List.of(new Choice("director", "director")),
              "directory",
              state != Accounts.State.NONE,
              "outside",
              false));
      pages.put("staff-member " + state, model);
      if (state == Accounts.State.ACTIVE) {
        Map<String, Object> outside = new HashMap<>(model);
        outside.put("outside", true);
        pages.put("staff-member by directory", outside);
      }
    }
    put(
        "staff-member colleague",
        "member",
        member,
        "self",
        false,
        "opens",
        false,
        "line",
        line(true, false));
    put(
        "staff-member colleague empty",
        "member",
        member,
        "self",
        false,
        "opens",
        false,
        "line",
        new StaffLine(who, "Jana", List.of(), true, null, null, null));
    for (TrainingDuty.Status status : TrainingDuty.Status.values()) {
      Map<String, Object> model = bare();
      model.put("year", year(status));
      pages.put("staff-member year " + status, model);
    }
  }

  private static Waits waits(boolean own) {
    return new Waits(
        new Roles.Grant(Ids.next(), "director", StaffId.next(), LocalDate.of(2026, 11, 5)),
        "Vedoucí",
        "Jana Malá",
        own);
  }

  /** As the page of a colleague tells of a role that waits. */
  public record Waits(Roles.Grant grant, String role, String by, boolean own) {}

  private Map<String, Object> bare() {
    return model(
        "member",
        member,
        "self",
        true,
        "opens",
        true,
        "line",
        line(false, true),
        "posts",
        List.of(),
        "competences",
        List.of(),
        "absences",
        List.of(),
        "checks",
        List.of(),
        "conflicts",
        List.of(),
        "manages",
        false);
  }

  private Map<String, Object> rich() {
    Map<String, Object> model = bare();
    UUID post = Ids.next();
    model.put(
        "posts",
        List.of(
            post(
                post,
                List.of(
                    new ShareRow(post, TODAY, 50), new ShareRow(post, TODAY.minusYears(1), 100))),
            post(Ids.next(), List.of())));
    model.put(
        "competences",
        List.of(
            new Competences.Seen(Ids.next(), 1, Competence.REPORT, TODAY, null, true),
            new Competences.Seen(Ids.next(), 1, Competence.CHEQUE, TODAY, TODAY, false)));
    model.put(
        "absences", List.of(absence(null, false), absence(TODAY, false), absence(null, true)));
    model.put("year", year(TrainingDuty.Status.OPEN));
    model.put("first", 2020);
    model.put("checks", Arrays.stream(StaffChecks.Standing.values()).map(this::check).toList());
    model.put("conflicts", List.of(conflict(null, null), conflict(TODAY, header)));
    return model;
  }

  private StaffPosts.Seen post(UUID id, List<ShareRow> shares) {
    return new StaffPosts.Seen(
        id,
        3,
        who,
        new NewPost(
            PostCode.KEY_WORKER,
            shares.isEmpty() ? "Koordinátorka" : null,
            EmploymentKind.DPC,
            "Sever",
            TODAY.minusYears(1),
            shares.isEmpty() ? TODAY : null,
            TODAY.minusMonths(9),
            true,
            shares.isEmpty() ? null : 50,
            shares.isEmpty() ? null : TODAY),
        true,
        shares);
  }

  private TrainingBook.Year year(TrainingDuty.Status status) {
    boolean known = status != TrainingDuty.Status.NOT_ASSESSED;
    return new TrainingBook.Year(
        2026,
        known
            ? List.of(
                entry(TrainingKind.TRAINING, "Akademie"), entry(TrainingKind.SUPERVISION, null))
            : List.of(),
        known
            ? new TrainingDuty.Account(
                12,
                1440,
                600,
                new TrainingDuty.Pair(2025, 2880, 900),
                new TrainingDuty.Pair(2026, 2880, 600))
            : null,
        status,
        known
            ? Words.of("training.why." + status, 10.0, 24.0, 11, 14.0, "§ 111", 24, 15.0, 48.0, 1L)
            : Words.of("training.why.no-post"),
        known ? new Mark(Trust.SECONDARY, null, null) : null,
        known ? "§ 111" : null,
        60,
        known
            ? Words.of("training.supervision.within", 1.0, 12, "§ 111")
            : Words.of("training.supervision.unknown", 1.0),
        known ? new Mark(Trust.SECONDARY, null, null) : null);
  }

  private TrainingBook.Seen entry(TrainingKind kind, String provider) {
    return new TrainingBook.Seen(
        Ids.next(), 1, who, new NewTraining(kind, TODAY, "Téma", 90, provider, provider));
  }

  private StaffChecks.Seen check(StaffChecks.Standing standing) {
    return new StaffChecks.Seen(
        Ids.next(),
        1,
        who,
        "Jana Malá",
        new NewCheck(
            CheckKind.HEALTH,
            TODAY,
            standing == StaffChecks.Standing.VALID ? null : TODAY.plusDays(9),
            standing == StaffChecks.Standing.SOON ? null : "šanon 3"),
        standing);
  }

  private Conflicts.Seen conflict(LocalDate walled, CaseFiles.Header family) {
    return new Conflicts.Seen(
        Ids.next(),
        1,
        who,
        "Jana Malá",
        TODAY,
        "Novákovi",
        "sestřenice",
        walled,
        walled == null ? null : "Rozvedli se.",
        walled,
        family);
  }

  private AbsenceSeen absence(LocalDate confirmed, boolean alone) {
    return new AbsenceSeen(
        Ids.next(),
        1,
        who,
        "Jana Malá",
        AbsenceKind.SICK,
        TODAY,
        TODAY.plusDays(4),
        alone ? null : StaffId.next(),
        alone ? null : "Eva Nová",
        confirmed,
        false,
        confirmed != null,
        confirmed != null);
  }

  private void forms() {
    List<Choice> kinds = List.of(new Choice("OTHER", "x"));
    Map<String, Object> post =
        model("member", member, "codes", kinds, "kinds", kinds, "share", "0,5");
    three("staff-post", post, "post", post(Ids.next(), List.of()), "share");
    put("staff-competence", "member", member, "kinds", kinds, "form", wrong("competence"));
    three(
        "staff-training",
        model("member", member, "kinds", kinds, "hours", "7,5"),
        "entry",
        entry(TrainingKind.TRAINING, "x"),
        "hours");
    three(
        "staff-check",
        model("member", member, "kinds", kinds),
        "check",
        check(StaffChecks.Standing.VALID),
        "kind");
    three(
        "absence-form",
        model("member", member, "kinds", kinds, "deputies", kinds),
        "absence",
        absence(TODAY, false),
        "deputy");
    put("conflict-form", "member", member, "self", true, "form", wrong("whom"));
    List<Conflicts.Seen> declared = List.of(conflict(null, null), conflict(TODAY, header));
    put(
        "conflicts",
        "conflicts",
        declared,
        "page",
        new Page<>(declared, "abc"),
        "here",
        "/staff/conflicts");
    put("conflicts none", "conflicts", List.of(), "page", Page.last(List.of()), "here", "/");
    Conflicts.Seen one = conflict(null, null);
    put(
        "conflicts wrong",
        "conflicts",
        List.of(one),
        "wrong",
        one.id(),
        "led",
        header.id(),
        "page",
        Page.last(List.of(one)),
        "here",
        "/staff/conflicts",
        "form",
        wrong("number"));
    Conflicts.Seen kept = conflict(TODAY, null);
    put(
        "conflicts why",
        "conflicts",
        List.of(kept),
        "wrong",
        kept.id(),
        "page",
        Page.last(List.of(kept)),
        "here",
        "/staff/conflicts",
        "form",
        wrong("why"));
    put(
        "time-sheets",
        "sums",
        List.of(
            new SumLine(
                new TimeSheets.Sum(who, "Jana Malá", 3, 2, 1, 150, 90, 48, 1), "2,5", "1,5")),
        "first",
        TODAY,
        "last",
        TODAY,
        "month",
        "2026-11",
        "before",
        "2026-10",
        "after",
        "2026-12");
    put(
        "time-sheets none",
        "sums",
        List.of(),
        "first",
        TODAY,
        "last",
        TODAY,
        "month",
        "2026-11",
        "before",
        "2026-10",
        "after",
        "2026-12");
    put(
        "time-sheet",
        "member",
        member,
        "sheet",
        new TimeSheets.Sheet(
            YearMonth.of(2026, 11),
            List.of(
                new TimeSheets.Line(
                    TODAY,
                    VISIT,
                    "/files/" + header.id() + "/visits/" + Ids.next(),
                    true,
                    header.id(),
                    "Novákovi",
                    "001/2026",
                    90,
                    40,
                    27),
                new TimeSheets.Line(TODAY, VISIT, null, true, null, null, null, null, null, null),
                new TimeSheets.Line(TODAY, VISIT, null, false, null, null, null, 30, null, null)),
            90,
            40,
            27,
            1),
        "way",
        "0,67",
        "hours",
        "1,5",
        "first",
        TODAY,
        "last",
        TODAY,
        "month",
        "2026-11",
        "before",
        "2026-10",
        "after",
        "2026-12");
  }

  /** As the list of training makes it. */
  public record Trained(StaffLine line, TrainingBook.Year year) {
    public String name() {
      return line.name();
    }
  }

  private void lists() {
    for (boolean some : new boolean[] {true, false}) {
      String how = some ? "" : " none";
      List<AbsenceSeen> absences =
          some
              ? List.of(absence(null, false), absence(TODAY, false), absence(null, true))
              : List.of();
      put(
          "staff-absences" + how,
          "absences",
          absences,
          "page",
          new Page<>(absences, "abc"),
          "here",
          "/staff/absences");
      List<StaffChecks.Seen> checks =
          some ? Arrays.stream(StaffChecks.Standing.values()).map(this::check).toList() : List.of();
      put(
          "staff-checks" + how,
          "checks",
          checks,
          "page",
          Page.last(checks),
          "here",
          "/staff/checks");
      List<Trained> trained =
          some
              ? Arrays.stream(TrainingDuty.Status.values())
                  .map(status -> new Trained(line(true, true), year(status)))
                  .toList()
              : List.of();
      put(
          "staff-trainings" + how,
          "members",
          trained,
          "year",
          some ? 2026 : 2025,
          "first",
          2025,
          "page",
          Page.last(trained),
          "here",
          "/staff/training?year=2026");
    }
  }

  private void three(
      String template, Map<String, Object> base, String name, Object value, String field) {
    pages.put(template, base);
    Map<String, Object> edit = new HashMap<>(base);
    edit.put(name, value);
    pages.put(template + " edit", edit);
    Map<String, Object> stale = new HashMap<>(edit);
    Form form = wrong(field);
    form.stale();
    stale.put("form", form);
    pages.put(template + " stale", stale);
  }

  private void away() {
    Duties.Line due =
        new Duties.Line(
            "cz.visit",
            "cz",
            header.id(),
            "001/2026",
            "Novákovi",
            Duties.SubjectKind.CHILD,
            PersonId.next(),
            new PersonName("Ema", "Nováková"),
            null,
            TODAY,
            null,
            Duties.Status.OVERDUE,
            Words.of("load.title"),
            Words.of("load.title"),
            "§",
            Trust.VERIFIED);
    for (AbsenceSeen absence :
        List.of(absence(null, false), absence(TODAY, false), absence(null, true))) {
      put(
          "absence " + absence.id(),
          "absence",
          absence,
          "relying",
          List.of(absence(TODAY, false)),
          "changes",
          true,
          "covered",
          List.of(header),
          "uncovered",
          List.of(header),
          "duties",
          List.of(due),
          "tasks",
          List.of(),
          "form",
          wrong("firstDay"));
      put(
          "absence deputy " + absence.id(),
          "absence",
          absence,
          "relying",
          List.of(),
          "changes",
          false,
          "covered",
          List.of(),
          "uncovered",
          List.of(),
          "duties",
          null,
          "tasks",
          List.of());
    }
    put(
        "staff-card",
        "me",
        who,
        "more",
        2,
        "leads",
        true,
        "away",
        List.of(absence(TODAY, false), absence(null, true), absence(null, false)),
        "absences",
        List.of(absence(TODAY, false), absence(null, true)),
        "checks",
        List.of(check(StaffChecks.Standing.SOON), check(StaffChecks.Standing.EXPIRED)),
        "waiting",
        List.of(waiting(null), waiting("Eva")));
    put(
        "staff-card other",
        "me",
        StaffId.next(),
        "more",
        0,
        "leads",
        false,
        "away",
        List.of(absence(TODAY, false), absence(null, true), absence(null, false)),
        "absences",
        List.of(absence(TODAY, false)),
        "checks",
        List.of(),
        "waiting",
        List.of());
    put(
        "staff-card none",
        "me",
        who,
        "more",
        0,
        "leads",
        false,
        "away",
        List.of(),
        "absences",
        List.of(),
        "checks",
        List.of(),
        "waiting",
        List.of());
  }

  private HandoverDesk.Waiting waiting(String giver) {
    return new HandoverDesk.Waiting(Ids.next(), header.id(), "Novákovi", "001/2026", giver, TODAY);
  }

  private HandoverDesk.Protocol protocol(boolean mine) {
    Map<HandoverPart, List<String>> parts = new EnumMap<>(HandoverPart.class);
    if (mine) {
      for (HandoverPart part : HandoverPart.values()) {
        parts.put(part, List.of("jedna", "dvě"));
      }
    }
    return new HandoverDesk.Protocol(
        Ids.next(),
        1,
        header.id(),
        mine ? "Eva" : null,
        "Jana",
        TODAY,
        TODAY,
        "Eva",
        mine ? "slib" : null,
        3,
        mine ? null : TODAY,
        null,
        false,
        mine ? null : "poznámka",
        parts,
        mine);
  }

  private void handovers() {
    List<Choice> people = List.of(new Choice(who.toString(), "Jana"));
    inFile(
        "handover-form", "takers", people, "tomorrow", TODAY.plusDays(1), "form", wrong("taker"));
    inFile("handover mine", "protocol", protocol(true), "form", wrong("remark"));
    inFile("handover done", "protocol", protocol(false));
    put("handovers", "waiting", List.of(waiting(null), waiting("Eva")));
    put("handovers none", "waiting", List.of());
    inFile(
        "team",
        "leads",
        true,
        "coWorkers",
        List.of(
            new CoWorkers.Seen(Ids.next(), "Eva", TODAY, null),
            new CoWorkers.Seen(Ids.next(), "Iva", TODAY, TODAY)),
        "colleagues",
        people,
        "weight",
        2,
        "weights",
        List.of(new Choice("2", "1")),
        "handovers",
        List.of(protocol(true), protocol(false)),
        "form",
        wrong("staff"),
        "joining",
        wrong("staff"));
    inFile(
        "team none",
        "leads",
        false,
        "coWorkers",
        List.of(),
        "colleagues",
        people,
        "weight",
        2,
        "weights",
        List.of(new Choice("2", "1")),
        "handovers",
        List.of());
  }

  private void farewell() {
    List<LoadLine> loads =
        List.of(
            load(null, null, null),
            load(100, 18.0, 23.0),
            load(10, 1.8, 2.3),
            load(50, 30.0, 40.0));
    Workloads.Guidance guidance =
        new Workloads.Guidance(
            new Parameter<>(
                new StaffLaw.Load(18, 23),
                TODAY,
                null,
                "§",
                Words.of("load.title"),
                Trust.SECONDARY),
            new Mark(Trust.CONFIRMED, "JUDr. Jasná", TODAY));
    put("workloads", "loads", loads, "guidance", guidance);
    put("workloads none", "loads", List.of());
    List<Choice> people = List.of(new Choice(who.toString(), "Jana"));
    CaseFileId file = header.id();
    Map<String, Object> model =
        model(
            "member",
            member,
            "families",
            List.of(new Leaving(header, "taker-" + file, "1,5", people, who.toString())),
            "beside",
            2,
            "coming",
            List.of(header),
            "standIns",
            List.of(new FarewellDesk.StandIn(Ids.next(), "Eva Pryč", TODAY, TODAY.plusDays(9))),
            "kept",
            new KeptRecords.Kept(2, 1, 5, 1, 2, 5),
            "tasks",
            5L,
            "helpers",
            people,
            "loads",
            loads,
            "guidance",
            guidance,
            "consequences",
            List.of(
                Words.of("farewell.will.take", "Jana", 2, TODAY),
                Words.of("farewell.will.access", TODAY),
                Words.of("farewell.will.beside", 1)),
            "from",
            "2026-11-05",
            "rest",
            "");
    pages.put("farewell", model);
    pages.put("farewell-confirm", model);
    Map<String, Object> wrong = new HashMap<>(model);
    wrong.put("form", wrong("taker-" + file));
    pages.put("farewell wrong", wrong);
    Map<String, Object> none = new HashMap<>(model);
    none.put("families", List.of());
    none.put("beside", 0);
    none.put("coming", List.of());
    none.put("standIns", List.of());
    none.put("kept", new KeptRecords.Kept(0, 0, 0, 0, 0, 0));
    pages.put("farewell none", none);
  }

  private LoadLine load(Integer share, Double least, Double most) {
    return new LoadLine(
        new Workloads.Load(who, "Jana", 20, 44, 3, share, least, most),
        "22",
        share == null ? null : "1");
  }

  private void inFile(String name, Object... values) {
    Map<String, Object> model = new HashMap<>(bar);
    model.putAll(model(values));
    pages.put(name, model);
  }

  private void put(String name, Object... values) {
    pages.put(name, model(values));
  }

  private static Map<String, Object> model(Object... namesAndValues) {
    Map<String, Object> model = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      model.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return model;
  }

  private static Form wrong(String field) {
    Form form = new Form("org.opora.web", Map.of());
    form.error(field, "form.required");
    return form;
  }
}
