package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.PartRole;
import org.opora.api.files.Placements;
import org.opora.api.files.ReopeningReason;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.shared.web.Words;

/**
 * Endings: of a stay, of somebody's part as a carer, of an agreement that has been wound down, of a
 * file. Each asks for the last day, then shows what will happen and to whom, and acts only when
 * that is confirmed.
 */
final class EndForms {
  private static final String CONFIRMED = "confirmed";
  private static final String CHANGE = "change";
  private static final String COMING = "coming";
  private static final String WHY = "why";
  private final CaseFrame frame;
  private final CaseFiles files;
  private final EndingsDesk endings;
  private final Placements placements;
  private final Choices choices;
  private final Messages messages;

  EndForms(
      CaseFrame frame,
      CaseFiles files,
      EndingsDesk endings,
      Placements placements,
      Choices choices,
      Messages messages) {
    this.frame = frame;
    this.files = files;
    this.endings = endings;
    this.placements = placements;
    this.choices = choices;
    this.messages = messages;
  }

  Reply agreement(Request request) {
    return form(request, this::agreementClosing);
  }

  Reply closeAgreement(Request request) {
    return end(request, this::agreementClosing);
  }

  Reply stay(Request request) {
    return form(request, this::stayEnd);
  }

  Reply endStay(Request request) {
    return end(request, this::stayEnd);
  }

  Reply carer(Request request) {
    return form(request, this::carerEnd);
  }

  Reply endCarer(Request request) {
    return end(request, this::carerEnd);
  }

  Reply file(Request request) {
    return form(request, this::fileEnd);
  }

  Reply closeFile(Request request) {
    return end(request, this::fileEnd);
  }

  Reply again(Request request) {
    return form(request, this::fileAgain);
  }

  Reply reopenFile(Request request) {
    return end(request, this::fileAgain);
  }

  private Reply form(Request request, Function<Request, Ending> ending) {
    return page(request, "end-form", ending.apply(request), null, List.of());
  }

  private Reply end(Request request, Function<Request, Ending> ending) {
    Ending what = ending.apply(request);
    Form form = request.form();
    LocalDate day = form.requiredDate(what.field());
    if (what.reasons() != null) {
      what.reasons().read().accept(form);
    }
    if (!form.valid() || form.checked(CHANGE)) {
      return page(request, "end-form", what, form, List.of());
    }
    if (!form.checked(CONFIRMED)) {
      return page(request, "end-confirm", what, form, what.consequences().apply(day));
    }
    try {
      what.act().accept(day, form);
      return Reply.to(what.back(), what.done());
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return page(request, "end-form", what, form, List.of());
  }

  private Reply page(
      Request request, String template, Ending what, Form form, List<Text> consequences) {
    return frame
        .model(request, frame.header(request), null)
        .with("ending", what)
        .with("day", form == null || !form.valid() ? null : form.date(what.field()))
        .with("consequences", consequences)
        .with("action", request.path())
        .with("reasons", what.reasons() == null ? List.of() : what.reasons().all())
        .with("coming", what.coming())
        .with("chosen", form == null ? List.of() : form.all(COMING))
        .form(template, form);
  }

  private Ending agreementClosing(Request request) {
    CaseFileId file = CaseFrame.file(request);
    AgreementId id = new AgreementId(request.id("agreement"));
    AgreementLife life = endings.find(request.viewer(), file, id);
    if (life.state() != AgreementState.WIND_DOWN) {
      throw new NotFound();
    }
    return new Ending(
        "closing",
        "closedOn",
        life.agreement().version(),
        base(file) + "/agreement",
        Words.of("agreement.closed"),
        Words.of("end.closing.lead", life.agreement().concludedOn(), life.agreement().endedOn()),
        day -> List.of(Words.of("end.closing.will.end", day), Words.of("end.closing.will.kept")),
        (day, form) -> endings.close(request.viewer(), id, form.version(), day));
  }

  private Ending stayEnd(Request request) {
    CaseFileId file = CaseFrame.file(request);
    UUID key = request.id("placement");
    Placements.Stay stay =
        lasting(request, file).stream()
            .filter(one -> one.id().value().equals(key))
            .findFirst()
            .orElseThrow(NotFound::new);
    PlacementId id = stay.id();
    if (!files.header(request.viewer(), file).kind().agreement()) {
      return new Ending(
          "member",
          "until",
          0,
          base(file) + "/people",
          Words.of("member.ended"),
          Words.of("end.member.lead", stay.name().spoken(), stay.from()),
          day ->
              List.of(
                  Words.of("end.member.will.end", stay.name().spoken(), day),
                  Words.of("end.stay.will.file")),
          (day, form) -> placements.end(request.viewer(), id, day));
    }
    return new Ending(
        "stay",
        "until",
        0,
        base(file) + "/agreement",
        Words.of("stay.ended"),
        Words.of("end.stay.lead", stay.name().spoken(), stay.from()),
        day ->
            List.of(
                Words.of("end.stay.will.end", stay.name().spoken(), day),
                Words.of("end.stay.will.file"),
                Words.of("end.stay.will.agreement")),
        (day, form) -> placements.end(request.viewer(), id, day));
  }

  private Ending carerEnd(Request request) {
    CaseFileId file = CaseFrame.file(request);
    PersonId person = new PersonId(request.id("person"));
    CaseFiles.Carer carer =
        files.header(request.viewer(), file).carers().stream()
            .filter(one -> one.person().equals(person))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (carer.role() != PartRole.CARER) {
      return new Ending(
          "adult",
          "until",
          0,
          base(file) + "/people",
          Words.of("member.ended"),
          Words.of("end.adult.lead", carer.name().spoken()),
          day ->
              List.of(
                  Words.of("end.member.will.end", carer.name().spoken(), day),
                  Words.of("end.carer.will.history")),
          (day, form) -> files.endCarer(request.viewer(), file, person, Leaving.otherwise(day)));
    }
    return new Ending(
        "carer",
        "until",
        0,
        base(file) + "/people",
        Words.of("carer.ended"),
        Words.of("end.carer.lead", carer.name().spoken()),
        day ->
            List.of(
                Words.of("end.carer.will.end", carer.name().spoken(), day),
                Words.of("end.carer.will.history")),
        (day, form) -> files.endCarer(request.viewer(), file, person, Leaving.otherwise(day)));
  }

  private Ending fileEnd(Request request) {
    CaseFileId file = CaseFrame.file(request);
    CaseFiles.Cover cover = files.cover(request.viewer(), file);
    boolean foster = cover.header().kind().agreement();
    return new Ending(
        foster ? "file" : "case",
        "closedOn",
        cover.version(),
        base(file),
        Words.of("file.closed"),
        Words.of("end.file.lead", cover.header().number()),
        day ->
            List.of(
                Words.of("end.file.will.end", cover.header().number(), day),
                Words.of("end.file.will.list"),
                Words.of("end.file.will.kept")),
        (day, form) -> files.close(request.viewer(), file, form.version(), day, why(form)),
        new Reasons(
            "closing",
            Choice.of(request.locale(), closing(request.viewer())),
            !foster,
            foster ? form -> {} : form -> form.requiredLine(WHY)));
  }

  /** Those that a person says: that it was opened by mistake, the program finds by itself. */
  private List<Choices.Term> closing(Viewer viewer) {
    return choices.offered(ClosingReason.LIST, viewer.today()).stream()
        .filter(term -> !term.code().equals(ClosingReason.MISTAKE))
        .toList();
  }

  private static String why(Form form) {
    return form.line(WHY);
  }

  private Ending fileAgain(Request request) {
    CaseFileId file = CaseFrame.file(request);
    CaseFiles.Cover cover = files.cover(request.viewer(), file);
    if (!cover.reopenable()) {
      throw new NotFound();
    }
    boolean foster = cover.header().kind().agreement();
    boolean mistaken =
        cover.closedFor() != null && ClosingReason.MISTAKE.equals(cover.closedFor().code());
    List<CaseFiles.Leaver> leavers = files.atClosing(request.viewer(), file);
    request.shows(leavers.stream().map(one -> Subject.of(one.person())).toList());
    return new Ending(
        "again",
        "reopenedOn",
        cover.version(),
        base(file),
        Words.of("file.reopened"),
        Words.of("end.again.lead", cover.header().number(), cover.closedOn()),
        day ->
            foster && !mistaken
                ? List.of(
                    Words.of("end.again.will.open", day), Words.of("end.again.will.agreement"))
                : List.of(
                    Words.of("end.again.will.open", day),
                    Words.of(leavers.isEmpty() ? "end.again.will.people" : "end.again.will.chosen"),
                    Words.of("end.again.will.not")),
        (day, form) ->
            files.reopen(
                request.viewer(),
                file,
                form.version(),
                day,
                form.choice(WHY, ReopeningReason.class),
                chosen(leavers, form)),
        Reasons.of(
            "reopening",
            Choice.of(messages, request.locale(), "reopening", ReopeningReason.values()),
            ReopeningReason.class),
        leavers.stream()
            .map(one -> new Choice(one.person().toString(), one.name().spoken()))
            .toList());
  }

  /** Whoever else was sent is nobody who is offered. */
  private static List<PersonId> chosen(List<CaseFiles.Leaver> leavers, Form form) {
    List<String> sent = form.all(COMING);
    return leavers.stream()
        .map(CaseFiles.Leaver::person)
        .filter(person -> sent.contains(person.toString()))
        .toList();
  }

  private List<Placements.Stay> lasting(Request request, CaseFileId file) {
    return placements.of(request.viewer(), file).stream()
        .filter(stay -> stay.until() == null)
        .toList();
  }

  private static String base(CaseFileId file) {
    return "/files/" + file;
  }

  /** Does what was confirmed. */
  @FunctionalInterface
  interface Act {
    void accept(LocalDate day, Form form);
  }

  /**
   * One ending.
   *
   * @param code part of the keys of its texts
   * @param field name of the field that holds the last day
   * @param version of the record, 0 when the use case asks for none
   * @param back where to go afterwards
   * @param consequences what will happen, by the day chosen
   * @param reasons out of which it is asked why; null when it is not
   * @param coming out of whom it is asked who comes back; empty when it is not
   */
  public record Ending(
      String code,
      String field,
      long version,
      String back,
      Text done,
      Text lead,
      Function<LocalDate, List<Text>> consequences,
      Act act,
      Reasons reasons,
      List<Choice> coming) {
    Ending(
        String code,
        String field,
        long version,
        String back,
        Text done,
        Text lead,
        Function<LocalDate, List<Text>> consequences,
        Act act,
        Reasons reasons) {
      this(code, field, version, back, done, lead, consequences, act, reasons, List.of());
    }

    Ending(
        String code,
        String field,
        long version,
        String back,
        Text done,
        Text lead,
        Function<LocalDate, List<Text>> consequences,
        Act act) {
      this(code, field, version, back, done, lead, consequences, act, null, List.of());
    }
  }

  /**
   * Out of which it is asked why.
   *
   * @param code prefix of the texts
   * @param must whether it has to be answered
   * @param read takes the answer, and says beside it what is wrong
   */
  public record Reasons(String code, List<Choice> all, boolean must, Consumer<Form> read) {
    static <E extends Enum<E>> Reasons of(String code, List<Choice> all, Class<E> type) {
      return new Reasons(code, all, true, form -> form.requiredChoice(WHY, type));
    }
  }
}
