package org.opora.registry.people.web;

import java.util.List;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonHit;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;

/**
 * Whether somebody who is written down is known already.
 *
 * @param typed as written now
 * @param people who may be the same and may be shown
 * @param namesakes several people who may be shown, too, and have nothing but the name in common
 * @param more whether there are more of them than are shown
 * @param elsewhere that somebody else may be known, and whom to ask; null when there is nobody
 * @param choices the answers
 * @param asked about whom this is asked, carried by the form, so that the answer is about them
 */
public record Question(
    NewPerson typed,
    List<Line> people,
    List<Line> namesakes,
    boolean more,
    Text elsewhere,
    List<Choice> choices,
    String asked) {
  public Question {
    people = List.copyOf(people);
    namesakes = List.copyOf(namesakes);
    choices = List.copyOf(choices);
  }

  /**
   * @param reasons what agrees and what does not
   */
  public record Line(PersonHit person, List<Text> reasons) {}
}
