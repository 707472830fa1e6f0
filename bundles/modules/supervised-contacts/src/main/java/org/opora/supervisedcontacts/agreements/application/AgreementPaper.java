package org.opora.supervisedcontacts.agreements.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Documents;
import org.opora.api.documents.Printing;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The agreement on paper, to be read and signed: its number stands on it, and room for names. */
@Component(service = AgreementPaper.class)
public final class AgreementPaper {
  private final Printing printing;
  private final Messages messages;
  private final Centre centre;

  @Activate
  public AgreementPaper(
      @Reference Printing printing, @Reference Messages messages, @Reference Centre centre) {
    this.printing = printing;
    this.messages = messages;
    this.centre = centre;
  }

  /** Not within a transaction: making it takes its turn. */
  public byte[] pdf(Locale language, AgreementView agreement) {
    return printing.pdf(
        new Printing.Paper(
            language,
            Stream.of(centre.name()).filter(name -> name != null && !name.isBlank()).toList(),
            messages.text(language, "agreement.paper"),
            parts(language, agreement)));
  }

  private List<Printing.Part> parts(Locale language, AgreementView agreement) {
    List<Printing.Part> parts = head(language, agreement);
    parts.add(signing(language));
    return parts;
  }

  /** Headings and paragraphs alone. */
  private List<Printing.Part> head(Locale language, AgreementView agreement) {
    AgreementView.Wording now = agreement.now();
    List<Printing.Part> parts = new ArrayList<>();
    parts.add(words(language, "agreement.paper.number", now.number()));
    if (agreement.childName() != null) {
      parts.add(words(language, "agreement.paper.child", agreement.childName().spoken()));
    }
    parts.add(
        now.until() == null
            ? words(language, "agreement.paper.from", now.from())
            : words(language, "agreement.paper.days", now.from(), now.until()));
    for (AgreementView.Rule rule : now.rules()) {
      parts.add(new Printing.Heading(messages.text(language, "rule." + rule.kind())));
      paragraphs(parts, rule.words());
    }
    if (now.view() != null) {
      parts.add(new Printing.Heading(messages.text(language, "agreement.view")));
      paragraphs(parts, now.view());
    }
    return parts;
  }

  /**
   * The same as a document of the child, with who signed it when.
   *
   * @param names of whom it tells
   */
  Documents.Paper filed(Viewer viewer, AgreementView agreement, Set<PersonId> names) {
    Locale language = viewer.locale();
    AgreementView.Wording now = agreement.now();
    List<Documents.Block> blocks = new ArrayList<>();
    for (Printing.Part part : head(language, agreement)) {
      blocks.add(block(part));
    }
    blocks.add(heading(messages.text(language, "agreement.signatures")));
    agreement.signatures().stream()
        .filter(AgreementView.Signature::counts)
        .map(one -> signed(language, one))
        .forEach(line -> blocks.add(new Documents.Block(Documents.Look.ITEM, line)));
    return new Documents.Paper(
            messages.text(language, "agreement.filing.title", now.from(), now.number()),
            language,
            new Deliveries.Addressee(null, null, messages.text(language, "receiver.FILE")),
            names,
            blocks)
        .concerning(agreement.whose().child());
  }

  private String signed(Locale language, AgreementView.Signature one) {
    return messages.text(
        language,
        "agreement.filing.signed",
        messages.text(language, "signer." + one.signer()),
        one.name() == null ? "" : one.name(),
        one.on());
  }

  private static Documents.Block block(Printing.Part part) {
    return part instanceof Printing.Heading heading
        ? heading(heading.words())
        : new Documents.Block(Documents.Look.PARAGRAPH, ((Printing.Words) part).words());
  }

  private static Documents.Block heading(String words) {
    return new Documents.Block(Documents.Look.HEADING, words);
  }

  private static void paragraphs(List<Printing.Part> parts, String words) {
    words.lines().filter(line -> !line.isBlank()).map(Printing.Words::new).forEach(parts::add);
  }

  private Printing.Words words(Locale language, String key, Object... arguments) {
    return new Printing.Words(messages.text(language, key, arguments));
  }

  private Printing.Grid signing(Locale language) {
    List<List<String>> rows = new ArrayList<>();
    for (Signer signer : Signer.values()) {
      List<String> row = new ArrayList<>();
      row.add(messages.text(language, "signer." + signer));
      row.add(null);
      row.add(null);
      row.add(null);
      rows.add(row);
    }
    return new Printing.Grid(
        messages.text(language, "agreement.paper.signing"),
        List.of(
            messages.text(language, "agreement.signer"),
            messages.text(language, "agreement.name"),
            messages.text(language, "agreement.paper.sign"),
            messages.text(language, "agreement.on")),
        rows);
  }
}
