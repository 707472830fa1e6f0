package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.NewFamily;
import org.opora.registry.files.application.Participant;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.PersonFields;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** Opens a file: one page for all that is known of a family on its first day. */
public final class FamilyForm {
  private static final List<String> CARERS = List.of("carer1", "carer2");
  private static final List<String> CHILDREN = List.of("child1", "child2", "child3", "child4");
  private final FamilyIntake intake;
  private final Known known;
  private final Messages messages;

  public FamilyForm(FamilyIntake intake, KnownPeople known, Messages messages) {
    this.intake = intake;
    this.known = new Known(known, messages);
    this.messages = messages;
  }

  /**
   * From where one comes to the form.
   *
   * @param action where it is posted to
   * @param draft key of its draft
   * @param familyName what is known of the name already, or null
   * @param phone of the first carer, or another way to reach them, where it is known already; null
   *     where the form does not ask for it
   * @param back where to go without saving
   * @param around what happens in the transaction that opens the file
   */
  public record Start(
      String action,
      String draft,
      String familyName,
      String phone,
      String back,
      UnaryOperator<Supplier<CaseFileId>> around) {
    static final Start PLAIN =
        new Start("/files/new", "family-new", null, null, "/files", UnaryOperator.identity());
  }

  Reply blank(Request request) {
    return blank(request, Start.PLAIN);
  }

  Reply open(Request request) {
    return open(request, Start.PLAIN);
  }

  public Reply blank(Request request, Start start) {
    return page(request, start, null, Map.of());
  }

  public Reply open(Request request, Start start) {
    Form form = request.form();
    Participants participants = new Participants(known, request);
    NewFamily family = read(request, form, participants);
    return form.attempt(
        () -> {
          CaseFileId file = start.around().apply(() -> intake.open(request.viewer(), family)).get();
          return Reply.to("/files/" + file, Words.of("family.opened"));
        },
        wrong -> page(request, start, wrong, participants.questions()));
  }

  private NewFamily read(Request request, Form form, Participants participants) {
    String familyName = form.requiredLine("familyName");
    LocalDate openedOn = form.requiredDate("openedOn");
    List<Participant> carers = new ArrayList<>();
    for (String prefix : CARERS) {
      // The first carer is who the file is about; the second may be left empty.
      if (prefix.equals(CARERS.get(0)) || PersonFields.typed(form, prefix)) {
        carers.add(participants.carer(prefix, openedOn));
      }
    }
    List<Participant> children = new ArrayList<>();
    for (String prefix : CHILDREN) {
      if (PersonFields.typed(form, prefix)) {
        children.add(participants.child(prefix));
      }
    }
    Agreements.NewAgreement agreement =
        AgreementFields.typed(form) ? AgreementFields.read(form) : null;
    StaffId keyWorker = staff(form.id("keyWorker"));
    StaffId deputy = staff(form.id("deputy"));
    checkWorkers(request.viewer(), form, keyWorker, deputy);
    return new NewFamily(
        new CaseFiles.NewFile(form.line("number"), familyName, openedOn),
        carers,
        children,
        agreement,
        keyWorker,
        deputy);
  }

  /**
   * Whoever sees only families of their own would lose this one from sight by opening it for
   * somebody else.
   */
  static void checkWorkers(Viewer viewer, Form form, StaffId keyWorker, StaffId deputy) {
    if (viewer.reach(CaseFiles.WRITE) == Reach.OWN
        && !viewer.staff().equals(keyWorker)
        && !viewer.staff().equals(deputy)) {
      form.error("keyWorker", Words.of("family.worker.self"));
    }
  }

  static StaffId staff(UUID key) {
    return key == null ? null : new StaffId(key);
  }

  static List<Choice> workers(FamilyIntake intake, Viewer viewer) {
    return intake.workers(viewer, viewer.today()).stream()
        .map(one -> new Choice(one.staff().toString(), one.name()))
        .toList();
  }

  private Reply page(Request request, Start start, Form form, Map<String, Question> questions) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("action", start.action())
        .with("draft", start.draft())
        .with("prefill", start.familyName())
        .with("phone", start.phone())
        .with("back", start.back())
        .with("carers", CARERS)
        .with("children", CHILDREN)
        .with("known", questions)
        .with("kinds", Choice.of(messages, request.locale(), "care-kind", CareKind.values()))
        .with("mediated", YesNo.choices(messages, request.locale(), "agreement.mediated"))
        .with("colleagues", workers(intake, viewer))
        .with("me", viewer.reach(CaseFiles.WRITE) == Reach.OWN ? viewer.staff().toString() : null)
        .form("family-new", form);
  }
}
