package org.opora.documents.letters.contributions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.documents.Deliveries.Addressee;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.NewDelivery;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.documents.Deliveries.Receipt;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Carer;
import org.opora.api.ids.DocumentId;
import org.opora.documents.deliveries.application.DeliveryDesk;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.letters.application.NewLetter;
import org.opora.documents.letters.application.WordFaults;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.contributions.DemoTemplates;
import org.opora.documents.templates.domain.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Letters and where they went: one made of a template and handed over, one to an office on its way,
 * one that came back and was sent again, and one of which nobody knows although its day is over.
 */
@Component
public final class DemoLetters implements DemoChapter {
  private static final int HANDED_OVER = 1;
  private static final int ON_ITS_WAY = 2;
  private static final int CAME_BACK = 4;
  private static final int FORGOTTEN = 5;
  private static final String AUTHORITY = "Městský úřad Příkladov, OSPOD";
  private static final String SCHOOL = "Základní škola Lipová";
  private final LetterDesk letters;
  private final Filing filing;
  private final DeliveryDesk deliveries;
  private final Bodies bodies;

  @Activate
  public DemoLetters(
      @Reference LetterDesk letters,
      @Reference Filing filing,
      @Reference DeliveryDesk deliveries,
      @Reference Bodies bodies) {
    this.letters = letters;
    this.filing = filing;
    this.deliveries = deliveries;
    this.bodies = bodies;
  }

  /** After the directory and the templates. */
  @Override
  public String id() {
    return "letters";
  }

  @Override
  public void write(DemoCast cast) {
    try {
      handedOver(cast, cast.family(HANDED_OVER));
      onItsWay(cast, cast.family(ON_ITS_WAY));
    } catch (WordFaults lacking) {
      throw Refusals.refused("words", "template.refused.not-valid");
    }
    cameBack(cast, cast.family(CAME_BACK));
    forgotten(cast, cast.family(FORGOTTEN));
  }

  private void handedOver(DemoCast cast, InForce family) throws WordFaults {
    Viewer worker = cast.worker(family);
    Addressee carer = carer(family);
    DocumentId letter =
        letter(
            worker,
            family,
            new NewLetter(
                invitation(worker),
                new Reader(carer.person(), null, carer.name()),
                null,
                DemoTemplates.INVITATION,
                null,
                null));
    UUID delivery = put(worker, letter, carer, Channel.IN_PERSON, cast.today(), null);
    settle(worker, letter, delivery, Outcome.TAKEN_OVER, cast.today());
  }

  private UUID invitation(Viewer worker) {
    return letters.templates(worker).stream()
        .filter(one -> one.name().equals(DemoTemplates.INVITATION))
        .map(TemplateBook.Usable::version)
        .findFirst()
        .orElseThrow(() -> Refusals.refused("template", "template.refused.not-valid"));
  }

  private void onItsWay(DemoCast cast, InForce family) throws WordFaults {
    Viewer worker = cast.worker(family);
    Addressee authority = office(cast, AUTHORITY);
    DocumentId letter =
        letter(
            worker,
            family,
            new NewLetter(
                null,
                new Reader(null, authority.body(), authority.name()),
                null,
                "Prosba o společné setkání",
                Language.CS,
                "Dobrý den,\n\n"
                    + "rodina {{family.name}} (náš spis {{family.number}}) se od léta hodně"
                    + " posunula. Rádi bychom, abyste to slyšeli přímo od ní.\n\n"
                    + "Prosíme:\n"
                    + "- o termín setkání do konce příštího měsíce,\n"
                    + "- o zprávu, jak pokračuje jednání o kontaktu s babičkou.\n\n"
                    + "Přijedeme, kam se vám to hodí."));
    put(worker, letter, authority, Channel.DATA_BOX, cast.today(), cast.today().plusDays(10));
  }

  private void cameBack(DemoCast cast, InForce family) {
    Viewer worker = cast.worker(family);
    LocalDate today = cast.today();
    Addressee carer = carer(family);
    DocumentId letter =
        brought(
            worker,
            family,
            "Potvrzení o studiu: prosba o doložení",
            today.minusDays(20),
            "Dobrý den,\n\nprosíme o potvrzení o studiu na nový školní rok. Stačí fotka z mobilu.");
    UUID first = put(worker, letter, carer, Channel.REGISTERED_POST, today.minusDays(19), null);
    settle(worker, letter, first, Outcome.RETURNED, today.minusDays(5));
    put(worker, letter, carer, Channel.REGISTERED_POST, today.minusDays(4), today.plusDays(3));
  }

  private void forgotten(DemoCast cast, InForce family) {
    Viewer worker = cast.worker(family);
    LocalDate today = cast.today();
    DocumentId letter =
        brought(
            worker,
            family,
            "Žádost o zprávu ze školy",
            today.minusDays(25),
            "Dobrý den,\n\nprosíme o krátkou zprávu, jak se dítěti ve třídě daří.");
    put(
        worker,
        letter,
        office(cast, SCHOOL),
        Channel.EMAIL,
        today.minusDays(24),
        today.minusDays(8));
  }

  private DocumentId letter(Viewer worker, InForce family, NewLetter letter) throws WordFaults {
    return letters.write(
        worker, family.file(), letter, letters.draft(worker, family.file(), letter).looked());
  }

  /** From before letters were written here. */
  private DocumentId brought(
      Viewer worker, InForce family, String title, LocalDate on, String words) {
    return filing.add(
        worker,
        family.file(),
        new NewDocument(DocumentKind.LETTER, title, null, on, null),
        Sent.made(title.replace(":", "") + ".txt", words.getBytes(StandardCharsets.UTF_8)));
  }

  private UUID put(
      Viewer worker,
      DocumentId letter,
      Addressee to,
      Channel channel,
      LocalDate sentOn,
      LocalDate dueOn) {
    return deliveries.put(worker, letter, new NewDelivery(to, channel, sentOn, dueOn));
  }

  private void settle(
      Viewer worker, DocumentId letter, UUID delivery, Outcome outcome, LocalDate on) {
    long version = deliveries.one(worker, letter, delivery).version();
    deliveries.delivered(worker, delivery, version, new Receipt(on, outcome, null, null));
  }

  private static Addressee carer(InForce family) {
    Carer carer = family.carers().get(0);
    return new Addressee(carer.person(), null, carer.name().spoken());
  }

  /** By name alone where the directory does not have it. */
  private Addressee office(DemoCast cast, String name) {
    List<Bodies.Line> known = bodies.find(cast.director(), name, 1);
    return known.isEmpty()
        ? new Addressee(null, null, name)
        : new Addressee(null, known.get(0).id(), known.get(0).name());
  }
}
