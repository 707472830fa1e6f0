package org.opora.supervisedcontacts.observations.application;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Documents.Block;
import org.opora.api.documents.Documents.Look;
import org.opora.api.documents.Documents.Paper;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.Section;

/**
 * A report on paper: for each who gets it what may stand in theirs. No other child is ever named,
 * and no place but a room of the house or a kind of place: an address is not among it.
 *
 * @param language of its words
 */
record ReportPaper(Messages messages, Viewer viewer, Locale language) {
  /**
   * What it is made of.
   *
   * @param contact as the viewer sees it
   * @param people keys in the register of those whom the child met
   */
  record Stuff(
      ReportView report,
      ContactView contact,
      Contact event,
      ContactChild child,
      Set<PersonId> people) {}

  /**
   * @param more whether somebody has let them have all of it
   */
  Paper of(Stuff stuff, Receiver to, boolean more) {
    List<Block> blocks = new ArrayList<>();
    facts(stuff, to.kind()).forEach(line -> blocks.add(new Block(Look.ITEM, line)));
    List<Section> sections = to.kind().sections(more);
    part(blocks, stuff.report(), sections, true);
    part(blocks, stuff.report(), sections, false);
    Set<PersonId> names = new HashSet<>();
    names.add(stuff.child().whose().child());
    if (to.kind().names()) {
      names.addAll(stuff.people());
    }
    if (to.person() != null) {
      names.add(to.person());
    }
    return new Paper(title(stuff.report(), to.kind()), language, to.addressee(), names, blocks)
        .concerning(stuff.child().whose().child());
  }

  /** No name: it stands in lists of documents. */
  private String title(ReportView report, ReceiverKind kind) {
    return say("observation.paper.title", report.on(), say("receiver." + kind));
  }

  private List<String> facts(Stuff stuff, ReceiverKind kind) {
    Contact event = stuff.event();
    ContactView contact = stuff.contact();
    List<String> lines = new ArrayList<>();
    lines.add(
        say(
            "observation.paper.child",
            stuff.report().childName() == null
                ? say("child.hidden")
                : stuff.report().childName().spoken()));
    lines.add(
        say(
            "observation.paper.planned",
            event.span().day(),
            clock(event.span().start()),
            clock(event.span().end())));
    if (event.beganAt() != null && event.endedAt() != null) {
      lines.add(say("observation.paper.lasted", clock(event.beganAt()), clock(event.endedAt())));
    }
    lines.add(say("observation.paper.state", say("state." + event.state())));
    lines.add(say("observation.paper.form", say("form." + event.form())));
    if (contact.where() != null) {
      lines.add(say("observation.paper.where", contact.where()));
    }
    lines.add(say("observation.paper.with", with(contact, kind)));
    if (stuff.child().cameAt() != null) {
      lines.add(say("observation.paper.came", clock(stuff.child().cameAt())));
    }
    if (stuff.child().leftAt() != null) {
      lines.add(say("observation.paper.left", clock(stuff.child().leftAt())));
    }
    lines.add(say("observation.paper.facilitator", contact.facilitatorName()));
    if (stuff.report().number() > 1) {
      lines.add(say("observation.paper.version", stuff.report().number()));
    }
    return lines;
  }

  /** By name only for those who decide for the child. */
  private String with(ContactView contact, ReceiverKind kind) {
    String met =
        contact.people().stream()
            .filter(one -> !Boolean.FALSE.equals(one.met()))
            .map(
                one -> {
                  String kin = one.kin().words().in(language);
                  return kind.names() ? one.name() + " (" + kin + ")" : kin;
                })
            .distinct()
            .collect(Collectors.joining(", "));
    return met.isEmpty() ? say("observation.paper.with-nobody") : met;
  }

  private String clock(Instant at) {
    return LocalTime.ofInstant(at, viewer.zone()).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private void part(List<Block> blocks, ReportView report, List<Section> sections, boolean facts) {
    Map<Section, String> words = report.words();
    List<Section> told =
        sections.stream().filter(one -> one.fact() == facts && words.containsKey(one)).toList();
    if (told.isEmpty()) {
      return;
    }
    blocks.add(new Block(Look.HEADING, say(facts ? "observation.facts" : "observation.judgement")));
    for (Section section : told) {
      blocks.add(new Block(Look.SUBHEADING, say("section." + section)));
      blocks.add(new Block(Look.PARAGRAPH, words.get(section)));
    }
  }

  private String say(String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}
