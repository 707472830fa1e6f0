package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.web.gate.DoorList.Line;
import org.opora.web.gate.DoorList.Listed;

class DoorListTest {
  @TempDir private Path data;

  @Test
  void everyDoorOfTheHouseIsListedForWhoHoldsTheKeyOfTheMachine() throws Exception {
    TestHouse house = new TestHouse(data);
    Route route = new DoorList(house.doors).routes().get(0);
    assertEquals(Route.Entry.OPERATOR, route.entry());
    Reply.Json reply = (Reply.Json) route.handler().handle(null);
    List<Line> lines = ((Listed) reply.value()).doors();
    assertEquals(house.doors.table().doors().size(), lines.size());
    assertTrue(
        lines.containsAll(
            List.of(
                new Line("GET", "/inbox", "signed-in", null, "org.opora.web"),
                new Line("POST", "/sign-in", "public", null, "org.opora.web"))),
        lines.toString());
    assertEquals(lines.stream().map(Line::path).sorted().toList(), paths(lines));
  }

  private static List<String> paths(List<Line> lines) {
    return lines.stream().map(Line::path).toList();
  }
}
