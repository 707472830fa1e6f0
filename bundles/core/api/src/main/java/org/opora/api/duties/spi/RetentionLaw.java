package org.opora.api.duties.spi;

import java.util.List;
import java.util.Set;
import org.opora.api.files.FileKind;
import org.opora.api.text.Text;

/**
 * How long closed files are kept. The years are counted from the first of January after the day on
 * which a file was closed; what may go, goes in the year after them.
 *
 * @param classes at least one for each kind of file that is kept by this law
 */
public record RetentionLaw(List<Kept> classes) {
  public RetentionLaw {
    classes = List.copyOf(classes);
  }

  /**
   * A class of files that are kept alike.
   *
   * @param code kept with the file, such as {@code cz.families}; at most 60 characters
   * @param kinds files that belong to it unless somebody says otherwise
   * @param years how many; what holds on the day of the closing counts
   * @param childAge never before a child of the file is that old; empty where no child counts
   */
  public record Kept(
      String code,
      Text title,
      Set<FileKind> kinds,
      List<Parameter<Integer>> years,
      List<Parameter<Integer>> childAge) {
    public Kept {
      kinds = Set.copyOf(kinds);
      years = List.copyOf(years);
      childAge = List.copyOf(childAge);
    }
  }
}
