package org.opora.documents.deliveries.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Deliveries.Addressee;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.documents.Deliveries.Receipt;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.application.DeliveryDesk;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.shared.web.AddresseeField;
import org.opora.documents.shared.web.Pages;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.templates.domain.Language;

/** To whom a document went, and what proves it. */
final class DeliveryPages {
  private static final String PROOF = "proof";
  private static final String FILE = "file";
  private static final int LONGEST_REASON = 1_000;
  private final DeliveryDesk desk;
  private final LetterDesk letters;
  private final Shelf shelf;
  private final CaseFiles files;
  private final AddresseeField to;
  private final Centre centre;
  private final Messages messages;

  DeliveryPages(
      DeliveryDesk desk,
      LetterDesk letters,
      Shelf shelf,
      CaseFiles files,
      AddresseeField to,
      Centre centre,
      Messages messages) {
    this.desk = desk;
    this.letters = letters;
    this.shelf = shelf;
    this.files = files;
    this.to = to;
    this.centre = centre;
    this.messages = messages;
  }

  Reply list(Request request) {
    return list(request, null);
  }

  Reply put(Request request) {
    DocumentId document = document(request);
    Form form = request.form();
    Shelf.Line line = shelf.view(request.viewer(), document).line();
    CaseFiles.Header header =
        shelf
            .home(request.viewer(), line)
            .map(home -> files.header(request.viewer(), home))
            .orElseThrow(NotFound::new);
    Reader reader =
        to.read(request, header, letters.reader(request.viewer(), line).orElse(null), form);
    Channel channel = form.requiredChoice("channel", Channel.class);
    LocalDate sentOn = form.requiredDate("sent-on");
    LocalDate dueOn = form.date("due-on");
    return form.attempt(
        () -> {
          UUID id =
              desk.put(
                  request.viewer(),
                  document,
                  new Deliveries.NewDelivery(
                      new Addressee(reader.person(), reader.body(), reader.name()),
                      channel,
                      sentOn,
                      dueOn));
          return Reply.to(page(document, id), Pages.text("delivery.saved"));
        },
        wrong -> list(request, wrong));
  }

  Reply show(Request request) {
    return show(request, null);
  }

  /** The proof is chosen, brought in, or missing. */
  Reply delivered(Request request) {
    DocumentId document = document(request);
    UUID delivery = request.id("delivery");
    desk.one(request.viewer(), document, delivery);
    Form form = request.form();
    Outcome outcome = form.requiredChoice("outcome", Outcome.class);
    LocalDate on = form.requiredDate("delivered-on");
    UUID chosen = form.id(PROOF);
    String late = form.text("late-why", LONGEST_REASON);
    Optional<Request.Upload> upload = request.upload(FILE).filter(one -> one.size() > 0);
    if (chosen != null && upload.isPresent()) {
      form.error(PROOF, Pages.text("delivery.refused.both"));
    }
    return form.attempt(
        () -> {
          DocumentId proof = chosen == null ? null : new DocumentId(chosen);
          Receipt receipt = new Receipt(on, outcome, proof, late);
          if (upload.isPresent()) {
            Request.Upload file = upload.get();
            desk.delivered(
                request.viewer(),
                delivery,
                form.version(),
                receipt,
                messages.text(request.locale(), "delivery.proof.title"),
                Sent.on(file.name(), file.file()));
          } else {
            desk.delivered(request.viewer(), delivery, form.version(), receipt);
          }
          return Reply.to(page(document, delivery), Pages.text("delivery.delivered.saved"));
        },
        wrong -> {
          if (upload.isPresent()) {
            wrong.error(FILE, Pages.text("document.again"));
          }
          return show(request, wrong);
        });
  }

  Reply strike(Request request) {
    DocumentId document = document(request);
    UUID delivery = request.id("delivery");
    desk.one(request.viewer(), document, delivery);
    Form form = request.form();
    String why = form.text("why", LONGEST_REASON);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          desk.strike(request.viewer(), delivery, form.version(), why);
          return Reply.to(page(document, delivery), Pages.text("delivery.struck.saved"));
        },
        wrong -> show(request, wrong));
  }

  private Reply list(Request request, Form form) {
    Shelf.Line line = shelf.view(request.viewer(), document(request)).line();
    Pages.shows(request, line.place());
    Map<String, Object> model = new HashMap<>();
    model.put("line", line);
    model.put("deliveries", desk.of(request.viewer(), line.id()));
    model.put("form", form);
    boolean sends =
        line.withdrawnOn() == null && request.viewer().grants().containsKey(DocumentsModule.WRITE);
    // Whoever sees every document, and none of the files in which this one is, sends it nowhere.
    Optional<CaseFileId> home = sends ? shelf.home(request.viewer(), line) : Optional.empty();
    model.put("sends", home.isPresent());
    home.ifPresent(file -> offer(request, line, file, form, model));
    return Pages.status(Reply.page("deliveries", model), form);
  }

  private void offer(
      Request request, Shelf.Line line, CaseFileId home, Form form, Map<String, Object> model) {
    CaseFiles.Header header = files.header(request.viewer(), home);
    request.shows(header.carers().stream().map(one -> Subject.of(one.person())).toList());
    Reader written = letters.reader(request.viewer(), line).orElse(null);
    model.put("addressees", to.options(request, header, written, text(request, "addressee.other")));
    model.put("bodies", to.bodies(request, form, text(request, "addressee.none")));
    String chosen = written == null ? "" : to.value(request, header, written);
    model.put("chosen", chosen);
    model.put("name", chosen.equals("other") ? written.name() : null);
    model.put("sms", sms(request, line));
    model.put("channels", choices(request, "delivery.channel.", Channel.values()));
  }

  private Reply show(Request request, Form form) {
    Shelf.Line line = shelf.view(request.viewer(), document(request)).line();
    Deliveries.Delivery delivery = desk.one(request.viewer(), line.id(), request.id("delivery"));
    Pages.shows(request, line.place());
    Map<String, Object> model = new HashMap<>();
    model.put("line", line);
    model.put("delivery", delivery);
    model.put("late", delivery.late(request.viewer().today()));
    model.put("form", form);
    model.put("outcomes", choices(request, "delivery.outcome.", Outcome.values()));
    model.put(
        "proofs",
        delivery.receipt() == null && delivery.struckWhy() == null
            ? desk.proofs(request.viewer(), line).stream()
                .map(
                    one ->
                        new Choice(
                            one.id().toString(),
                            text(request, "document.record", one.datedOn(), one.title())))
                .toList()
            : List.of());
    model.put("sms", delivery.sent().channel() == Channel.SMS ? sms(request, line) : null);
    model.put("proof", proof(request, delivery));
    return Pages.status(Reply.page("delivery", model), form);
  }

  /** In the language of the letter, whoever sends it. */
  private String sms(Request request, Shelf.Line line) {
    Locale locale =
        letters.language(request.viewer(), line).map(Language::locale).orElse(request.locale());
    return messages.text(locale, "delivery.sms.text", centre.name(), request.viewer().name());
  }

  /** Where the proof is, for whoever looks at the delivery. */
  private String proof(Request request, Deliveries.Delivery delivery) {
    if (delivery.receipt() == null || delivery.receipt().proof() == null) {
      return "none";
    }
    try {
      Shelf.Line proof = shelf.view(request.viewer(), delivery.receipt().proof()).line();
      return proof.withdrawnOn() == null ? "open" : "gone";
    } catch (NotFound | NotAllowed notTheirs) {
      return "closed";
    }
  }

  private List<Choice> choices(Request request, String group, Enum<?>[] all) {
    return Arrays.stream(all)
        .map(one -> new Choice(one.name(), text(request, group + one.name())))
        .toList();
  }

  private String text(Request request, String key, Object... arguments) {
    return messages.text(request.locale(), key, arguments);
  }

  private static DocumentId document(Request request) {
    return new DocumentId(request.id("document"));
  }

  private static String page(DocumentId document, UUID delivery) {
    return "/documents/" + document + "/deliveries/" + delivery;
  }
}
