package org.opora.course.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Documents;
import org.opora.api.documents.Documents.Block;
import org.opora.api.documents.Documents.Look;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.Reader;
import org.opora.api.text.Messages;
import org.opora.course.CourseModule;
import org.opora.course.domain.Answer;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Receivers.Receiver;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.RecipientPart;
import org.opora.course.domain.ReportPart;
import org.opora.course.domain.Wording;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The copy of a report for each who gets it: the part of the family and those of their own
 * children, and of each part the sections that they may read. A copy that could not be made yet,
 * because the machine stopped in between, is made when somebody asks for it: the words stand fast.
 */
@Component(service = Copies.class)
public final class Copies {
  /** Of a paper that goes nowhere. */
  private static final Deliveries.Addressee NOBODY = new Deliveries.Addressee(null, null, "–");

  private final ReportTools tools;
  private final Documents documents;
  private final Deliveries deliveries;
  private final Messages messages;

  @Activate
  public Copies(
      @Reference ReportTools tools,
      @Reference Documents documents,
      @Reference Deliveries deliveries,
      @Reference Messages messages) {
    this.tools = tools;
    this.documents = documents;
    this.deliveries = deliveries;
    this.messages = messages;
  }

  /** Says beforehand what could not be printed. Not within a transaction. */
  void check(Viewer viewer, CareReport row) {
    Paper paper = tools.read(queries -> new Pages(queries, row).everything());
    documents.check(viewer, row.file(), paper);
  }

  /**
   * The same of what each of these gets, with their names at the head.
   *
   * @throws Refused naming the first whose copy could not be printed
   */
  void check(Viewer viewer, CareReport row, List<Receiver> receivers) {
    for (Receiver to : receivers) {
      Paper paper = tools.read(queries -> new Pages(queries, row).paper(to));
      try {
        documents.check(viewer, row.file(), paper);
      } catch (Refused refused) {
        throw Refusals.refused(null, "report.refused.unprintable", to.name(), refused.text());
      }
    }
  }

  /**
   * The same of what a carer said, which nobody puts otherwise once it is made out.
   *
   * @param words null when there are none
   * @throws Refused beside the words
   */
  void check(Viewer viewer, CareReport row, String carer, LocalDate on, String words) {
    Paper paper =
        tools.read(
            queries -> {
              Pages pages = new Pages(queries, row);
              List<Block> blocks = new ArrayList<>();
              blocks.add(new Block(Look.HEADING, pages.say("paper.family")));
              blocks.add(new Block(Look.SUBHEADING, pages.say("paper.statement", carer, on)));
              blocks.addAll(words == null ? List.of() : Wording.blocks(words));
              return pages.paper("–", NOBODY, List.of(), blocks);
            });
    documents.check(viewer, row.file(), paper);
  }

  /**
   * How it reads to somebody; nothing is kept.
   *
   * @throws NotFound when the report has no such recipient, or the viewer does not see all that
   *     they get
   */
  public Paper paper(Viewer viewer, UUID report, UUID recipient) {
    CareReport row = tools.open(viewer, CourseModule.READ, report);
    return tools.read(
        queries -> {
          Pages pages = new Pages(queries, row);
          Recipient to = shown(viewer, queries, row, recipient);
          pages
              .parts(to)
              .forEach(part -> tools.door().require(viewer, CourseModule.READ, row, part));
          return pages.paper(to);
        });
  }

  /**
   * Makes the copies that are missing, one after the other: one that cannot be made costs the
   * others nothing. Not within a transaction.
   *
   * @return how many were made
   * @throws Refused after all of them, naming the first that could not be made
   */
  public int make(Viewer viewer, UUID report) {
    CareReport row = tools.open(viewer, CourseModule.WRITE, report);
    if (row.state() != State.LOCKED) {
      throw Refusals.refused(null, "report.refused.state");
    }
    int made = 0;
    Refused first = null;
    for (Recipient to : tools.read(queries -> queries.recipients(report))) {
      try {
        made += to.document() == null && make(viewer, row, to.id()) ? 1 : 0;
      } catch (Refused refused) {
        if (first == null) {
          first =
              Refusals.refused(
                  null,
                  "report.refused.unprintable",
                  tools.seals().to(row.file(), to),
                  refused.text());
        }
      }
    }
    if (first != null) {
      throw first;
    }
    return made;
  }

  /** Somebody else made it meanwhile: one is enough. */
  private static final class Made extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private boolean make(Viewer viewer, CareReport row, UUID recipient) {
    Paper paper =
        tools.read(
            queries -> {
              Pages pages = new Pages(queries, row);
              return pages.paper(pages.recipient(recipient));
            });
    try {
      documents.report(
          viewer,
          row.file(),
          paper,
          document -> tools.tx().run(em -> made(new ReportQueries(em), recipient, document)));
      return true;
    } catch (Made twice) {
      return false;
    }
  }

  private static void made(ReportQueries queries, UUID recipient, DocumentId document) {
    Recipient held = queries.recipient(recipient).orElseThrow(NotFound::new);
    if (held.document() != null) {
      throw new Made();
    }
    held.copy(document);
  }

  /**
   * A copy is on its way.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID send(
      Viewer viewer, UUID report, UUID recipient, Deliveries.Channel channel, LocalDate on) {
    CareReport row = tools.open(viewer, CourseModule.WRITE, report);
    Recipient to = tools.read(queries -> shown(viewer, queries, row, recipient));
    if (to.document() == null) {
      throw Refusals.refused(null, "report.refused.no-copy");
    }
    return deliveries.put(
        viewer,
        to.document(),
        new Deliveries.NewDelivery(addressee(viewer, row, to), channel, on, to.dueOn()));
  }

  /** Who has left since is nobody's any more: the name is known that was written down. */
  private Deliveries.Addressee addressee(Viewer viewer, CareReport row, Recipient to) {
    boolean known =
        to.person() != null
            && tools.door().names(viewer, List.of(to.person())).containsKey(to.person());
    return new Deliveries.Addressee(
        known ? to.person() : null, to.body(), tools.seals().to(row.file(), to));
  }

  private Recipient shown(Viewer viewer, ReportQueries queries, CareReport row, UUID recipient) {
    Shown shown = new Shown(tools, viewer, queries, row);
    return queries.recipients(row.id()).stream()
        .filter(one -> one.id().equals(recipient))
        .filter(one -> shown.there(one) && shown.told(one))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What a report says, for the pages of those who get it; for one read. */
  private final class Pages {
    private final CareReport row;
    private final List<ReportPart> parts;
    private final List<PartSection> sections;
    private final List<CarerStatement> statements;
    private final List<Recipient> recipients;
    private final List<RecipientPart> got;

    Pages(ReportQueries queries, CareReport row) {
      this.row = row;
      parts = queries.parts(row.id());
      sections = queries.sections(row.id());
      statements =
          queries.statements(row.id()).stream().filter(one -> one.round() == row.round()).toList();
      recipients = queries.recipients(row.id());
      got = queries.recipientParts(row.id());
    }

    Recipient recipient(UUID id) {
      return recipients.stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(NotFound::new);
    }

    List<ReportPart> parts(Recipient to) {
      Set<UUID> own =
          got.stream()
              .filter(one -> one.recipient().equals(to.id()))
              .map(RecipientPart::part)
              .collect(Collectors.toSet());
      return parts.stream().filter(part -> own.contains(part.id())).toList();
    }

    Paper paper(Recipient to) {
      return paper(
          whose(to),
          new Deliveries.Addressee(to.person(), to.body(), tools.seals().to(row.file(), to)),
          to.kind().reader(),
          parts(to));
    }

    /** As it would be written down. */
    Paper paper(Receiver to) {
      return paper(
          say("recipient.kind." + to.kind()),
          new Deliveries.Addressee(to.person(), to.body(), to.name()),
          to.kind().reader(),
          parts.stream()
              .filter(part -> part.child() == null || to.children().contains(part.child()))
              .toList());
    }

    /**
     * What tells this copy from the others among the documents: not the name of an office, which
     * would say where a child lives.
     */
    private String whose(Recipient to) {
      List<UUID> alike =
          recipients.stream().filter(one -> one.kind() == to.kind()).map(Recipient::id).toList();
      String kind = say("recipient.kind." + to.kind());
      return alike.size() == 1 ? kind : kind + " " + (alike.indexOf(to.id()) + 1);
    }

    private Paper paper(
        String whose, Deliveries.Addressee to, Reader reader, List<ReportPart> told) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(intro());
      List<PartSection> theirs =
          sections.stream().filter(section -> section.readers().contains(reader)).toList();
      told.forEach(part -> part(blocks, part, theirs));
      return paper(whose, to, told, blocks);
    }

    /** All of it at once, for whoever looks whether it can be printed. */
    Paper everything() {
      List<Block> blocks = new ArrayList<>();
      blocks.add(intro());
      parts.forEach(part -> part(blocks, part, sections));
      return paper("–", NOBODY, parts, blocks);
    }

    private Paper paper(
        String whose, Deliveries.Addressee to, List<ReportPart> told, List<Block> blocks) {
      Set<PersonId> names = new LinkedHashSet<>();
      told.stream().map(ReportPart::child).filter(Objects::nonNull).forEach(names::add);
      told.forEach(part -> printed(part).forEach(one -> names.add(one.carer())));
      if (to.person() != null) {
        names.add(to.person());
      }
      return new Paper(
          say("paper.title." + row.kind(), row.period().from(), row.period().until())
              + " – "
              + whose,
          row.language(),
          to,
          names,
          blocks);
    }

    private Block intro() {
      return new Block(
          Look.PARAGRAPH,
          row.askedOn() == null
              ? say("paper.intro", row.period().from(), row.period().until())
              : say(
                  "paper.intro.asked",
                  row.period().from(),
                  row.period().until(),
                  tools.seals().askedBy(row),
                  row.askedOn()));
    }

    private void part(List<Block> blocks, ReportPart part, List<PartSection> shown) {
      blocks.add(
          new Block(
              Look.HEADING,
              part.child() == null ? say("paper.family") : tools.seals().child(row.file(), part)));
      for (PartSection section : shown) {
        String words =
            section.part().equals(part.id())
                ? tools.seals().words(part.owner(row.file()), section)
                : null;
        if (words != null) {
          blocks.add(new Block(Look.SUBHEADING, section.title()));
          blocks.addAll(Wording.blocks(words));
        }
      }
      printed(part).forEach(one -> statement(blocks, part, one));
    }

    /** That somebody was made acquainted is said once: with the part that everybody gets. */
    private List<CarerStatement> printed(ReportPart part) {
      return statements.stream()
          .filter(one -> one.part().equals(part.id()))
          .filter(one -> one.answer() == Answer.STATED || part.child() == null)
          .toList();
    }

    private void statement(List<Block> blocks, ReportPart part, CarerStatement one) {
      String carer = tools.seals().carer(row.file(), one);
      if (one.answer() == Answer.STATED) {
        blocks.add(new Block(Look.SUBHEADING, say("paper.statement", carer, one.givenOn())));
        blocks.addAll(Wording.blocks(tools.seals().said(part.owner(row.file()), one)));
      } else {
        blocks.add(
            new Block(Look.PARAGRAPH, say("paper.answer." + one.answer(), carer, one.givenOn())));
      }
    }

    private String say(String key, Object... arguments) {
      Locale language = row.language();
      return messages.text(language, key, arguments);
    }
  }
}
