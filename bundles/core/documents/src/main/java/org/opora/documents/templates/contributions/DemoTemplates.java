package org.opora.documents.templates.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.application.NewTemplate;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.application.TemplateFaults;
import org.opora.documents.templates.domain.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Templates of the centre: three that are valid, one of them with a version for later, and one
 * whose last day is over.
 */
@Component
public final class DemoTemplates implements DemoChapter {
  /** From which the letters of the demonstration are made. */
  public static final String INVITATION = "Pozvání na společné setkání";

  private static final String GREETING = "S pozdravem";
  private static final String WRITER = "{{letter.writer}}, {{centre.name}}";
  private final TemplateBook templates;

  @Activate
  public DemoTemplates(@Reference TemplateBook templates) {
    this.templates = templates;
  }

  /** Before the letters. */
  @Override
  public String id() {
    return "letter-templates";
  }

  @Override
  public void write(DemoCast cast) {
    Viewer director = cast.director();
    LocalDate today = cast.today();
    try {
      UUID invitation =
          add(
              director,
              INVITATION,
              DocumentKind.LETTER,
              today.minusMonths(8),
              invitation("Sejdeme se u nás v centru."));
      templates.renew(
          director,
          invitation,
          version(director, invitation),
          today.plusMonths(1).withDayOfMonth(1),
          file(
              INVITATION, invitation("Sejdeme se tam, kde vám bude líp: u nás, nebo u vás doma.")));
      add(director, "Podklady pro úřad", DocumentKind.LETTER, today.minusMonths(5), forOffice());
      add(
          director,
          "Potvrzení o vzdělávání",
          DocumentKind.CERTIFICATE,
          today.minusMonths(11),
          certificate());
      UUID stay =
          add(
              director,
              "Pozvánka na letní pobyt",
              DocumentKind.LETTER,
              today.minusMonths(6),
              stay());
      templates.until(director, stay, version(director, stay), today.minusDays(1));
    } catch (TemplateFaults lacking) {
      // Whoever brings the fields is not there yet.
      throw Refusals.refused("template", "template.refused.not-valid");
    }
  }

  private UUID add(
      Viewer director, String name, DocumentKind kind, LocalDate from, WordSketch words)
      throws TemplateFaults {
    return templates.add(
        director, new NewTemplate(name, kind, Language.CS, from), file(name, words));
  }

  private long version(Viewer director, UUID template) {
    return templates.view(director, template).line().version();
  }

  private static Sent file(String name, WordSketch words) {
    return Sent.made(name + ".docx", words.bytes());
  }

  private static WordSketch invitation(String where) {
    return new WordSketch()
        .line("{{centre.name}}")
        .line("{{addressee.name}}")
        .line("{{letter.day}}")
        .heading(INVITATION)
        .line("Dobrý den,")
        .line(
            "rádi bychom si s vámi sedli a popovídali si, jak se dětem u vás daří a co bychom spolu"
                + " chtěli zvládnout v příštím půlroce. "
                + where)
        .line(
            "Vezměte s sebou, co vám přijde důležité. Děti přijít mohou a nemusejí; pohlídáme je"
                + " vedle v herně.")
        .line("Váš spis u nás má číslo {{family.number}}.")
        .line(GREETING)
        .line(WRITER);
  }

  private static WordSketch forOffice() {
    return new WordSketch()
        .line("{{addressee.name}}, {{addressee.town}}")
        .line("{{letter.day}}")
        .heading("Podklady k rodině {{family.name}}")
        .line("Dobrý den,")
        .line(
            "posíláme, o co jste nás žádali. Dohodu s pěstouny máme od {{agreement.concluded}},"
                + " klíčová pracovnice je {{key-worker.name}}.")
        .line("V rodině jsou svěřené děti:")
        .table(
            List.of("Dítě", "Narozeno", "V rodině od"),
            List.of("{{children.name}}", "{{children.born}}", "{{children.placed}}"))
        .line("O dětech jiných úřadů v tomto listu nic není.")
        .line(GREETING)
        .line(WRITER);
  }

  private static WordSketch certificate() {
    return new WordSketch()
        .line("{{centre.name}}")
        .heading("Potvrzení o vzdělávání")
        .line("Potvrzujeme, že {{person.name}} ({{person.born}}) se u nás vzdělává.")
        .line("Kolik hodin je splněno, stojí na přiloženém výpisu.")
        .line("{{letter.day}}")
        .line(WRITER);
  }

  private static WordSketch stay() {
    return new WordSketch()
        .line("{{addressee.name}}")
        .heading("Pozvánka na letní pobyt")
        .line("Milé děti, milí pěstouni,")
        .line("letos pojedeme k rybníku. Stany máme, dobrou náladu přivezte s sebou.")
        .line(WRITER);
  }
}
