package org.opora.api.documents;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/** Documents that the house writes itself, as PDF among the documents of a family or of a child. */
@ProviderType
public interface Documents {
  /**
   * Makes the PDF and keeps nothing: says beforehand what would go wrong. Not within a transaction.
   *
   * @throws org.opora.api.faults.Refused when there is anything in it that cannot be printed
   */
  void check(Viewer viewer, CaseFileId file, Paper paper);

  /**
   * Makes a PDF and puts it among the documents of the family as a report, or among those of the
   * person whom it is about. Not within a transaction: making it takes its turn.
   *
   * @param beside what the caller writes in the transaction in which the document comes to be: both
   *     are there, or neither
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the file
   * @throws org.opora.api.faults.Refused as {@link #check}; also when the file holds as many
   *     documents as the centre allows, or whom it is about is not in the file
   */
  DocumentId report(Viewer viewer, CaseFileId file, Paper paper, Consumer<DocumentId> beside);

  /**
   * @param to who receives it; its name stands at the head
   * @param names whom it tells of, besides the family as such: a wall before one of them closes it,
   *     and what is erased of them takes it along
   * @param about child or adult of the file whom it is about, under whichever key; null when it is
   *     about the family. What is about a child lies in the child's sub-file and goes with it into
   *     another family, and a wall at the sub-file or at the child closes it
   */
  record Paper(
      String title,
      Locale language,
      Deliveries.Addressee to,
      Set<PersonId> names,
      List<Block> blocks,
      PersonId about) {
    /** About the family. */
    public Paper(
        String title,
        Locale language,
        Deliveries.Addressee to,
        Set<PersonId> names,
        List<Block> blocks) {
      this(title, language, to, names, blocks, null);
    }

    /** The same page about one child or adult of the file. */
    public Paper concerning(PersonId person) {
      return new Paper(title, language, to, names, blocks, person);
    }

    public Paper {
      Objects.requireNonNull(title);
      Objects.requireNonNull(language);
      Objects.requireNonNull(to);
      names = Set.copyOf(names);
      blocks = List.copyOf(blocks);
    }
  }

  /** What a block is. */
  enum Look {
    /** Of a part; the title stands above all of them. */
    HEADING,
    /** Within a part: only below a heading. */
    SUBHEADING,
    PARAGRAPH,
    ITEM
  }

  /**
   * @param words as people typed them; a line feed begins a new line
   */
  record Block(Look look, String words) {
    public Block {
      Objects.requireNonNull(look);
      Objects.requireNonNull(words);
    }
  }
}
