package org.opora.api.legal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The legal position of a child: who signs for what on a day. Answered from what is written down
 * and from the law pack, never guessed: where something is missing, the answer says what.
 */
@ProviderType
public interface LegalPosition {
  String READ = "registry.legal.read";
  String WRITE = "registry.legal.write";

  /**
   * One answer for each kind of matter, in the order of {@link Matter}.
   *
   * @param day any day, also one that has passed
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the child
   */
  List<Answer> answers(Viewer viewer, PersonId child, LocalDate day);

  /**
   * The same for several children, in as many queries as for one. Children whom the viewer may not
   * know of are left out.
   *
   * @param day any day, also one that has passed
   */
  Map<PersonId, List<Answer>> answers(Viewer viewer, Collection<PersonId> children, LocalDate day);

  /**
   * What courts decided about the child's care and contacts and what has effect on the day, under
   * every key of the child, the newest decision first. What was written down by mistake is not
   * among it, nor what appoints somebody or consents in place of a parent: that answers who signs.
   *
   * <p>Whoever works with the family of the child reads it, and whoever may see everybody. A viewer
   * who may see the child and no more, such as whoever supervises one contact, gets an empty list,
   * which is not the same as a child about whom no court decided: see {@link #reads}.
   *
   * @param day any day, also one that has passed
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the child
   */
  List<Decision> decisions(Viewer viewer, PersonId child, LocalDate day);

  /**
   * Whether {@link #decisions} tells the viewer what there is about this child; also false for a
   * child of whom the viewer may not know.
   */
  boolean reads(Viewer viewer, PersonId child);

  /**
   * What a court decided.
   *
   * @param id the same for as long as the decision is written down
   * @param title words of the kind
   * @param reference of the court, as it stands on the decision
   * @param decidedOn day on which it was made
   * @param force first day on which it has effect: of its legal force, or the day it was made when
   *     it is enforceable at once
   * @param until last day; null while no end is known
   * @param gist what it says, as written down; null when nobody wrote it
   */
  record Decision(
      UUID id,
      DecisionKind kind,
      Text title,
      String court,
      String reference,
      LocalDate decidedOn,
      LocalDate force,
      LocalDate until,
      String gist) {}

  /** Whether it is known who signs. */
  enum Standing {
    /** The signers named in the answer. */
    SIGNS,
    /** The person is of age and signs alone. */
    ITSELF,
    /** Something is missing or contradicts itself; {@code why} says what. */
    NOT_KNOWN
  }

  /**
   * Who signs in one kind of matter on one day.
   *
   * @param signers empty unless the standing is {@link Standing#SIGNS}
   * @param together whether all of the signers must agree; otherwise any one of them is enough
   * @param why the sentence that explains it, without names
   * @param paragraph of the law; null when no law pack says anything
   * @param trust how far the rule is confirmed; null with the paragraph
   * @param lawSource where the rule was read; null with the paragraph
   */
  record Answer(
      Matter matter,
      Standing standing,
      List<Signer> signers,
      boolean together,
      Text why,
      String paragraph,
      Trust trust,
      Text lawSource) {
    public Answer {
      signers = List.copyOf(signers);
    }
  }

  /**
   * @param person in the register; null when only the name is written down, or the viewer may not
   *     see them
   * @param name as written down, empty when no name is; null when a wall keeps the person from the
   *     viewer
   * @param source row it was read from, see {@code decision}
   * @param decision whether the source is a court decision; otherwise it is a representative
   */
  record Signer(Role role, PersonId person, String name, UUID source, boolean decision) {}
}
