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
