-- Rooms of the centre. Rooms with the same words share a door.
CREATE TABLE CALENDAR.ROOM (
  ID ${uuid} NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  NAME VARCHAR(200) NOT NULL,
  SEATS INTEGER NOT NULL,
  SHARED BOOLEAN NOT NULL,
  DOOR VARCHAR(200) NOT NULL,
  IN_USE BOOLEAN NOT NULL
);

-- Rows by which people who book wait for each other. There are as many as ever will be, so nobody has to make one
-- before it can be held; which of them stands for a room, a colleague or a person follows from the key.
CREATE TABLE CALENDAR.TURN (
  ID INTEGER NOT NULL PRIMARY KEY
);
INSERT INTO CALENDAR.TURN (ID) VALUES
  (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20),
  (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38),
  (39), (40), (41), (42), (43), (44), (45), (46), (47), (48), (49), (50), (51), (52), (53), (54), (55), (56),
  (57), (58), (59), (60), (61), (62), (63), (64), (65), (66), (67), (68), (69), (70), (71), (72), (73), (74),
  (75), (76), (77), (78), (79), (80), (81), (82), (83), (84), (85), (86), (87), (88), (89), (90), (91), (92),
  (93), (94), (95), (96), (97), (98), (99), (100), (101), (102), (103), (104), (105), (106), (107), (108),
  (109), (110), (111), (112), (113), (114), (115), (116), (117), (118), (119), (120), (121), (122), (123),
  (124), (125), (126), (127), (128), (129), (130), (131), (132), (133), (134), (135), (136), (137), (138),
  (139), (140), (141), (142), (143), (144), (145), (146), (147), (148), (149), (150), (151), (152), (153),
  (154), (155), (156), (157), (158), (159), (160), (161), (162), (163), (164), (165), (166), (167), (168),
  (169), (170), (171), (172), (173), (174), (175), (176), (177), (178), (179), (180), (181), (182), (183),
  (184), (185), (186), (187), (188), (189), (190), (191), (192), (193), (194), (195), (196), (197), (198),
  (199), (200), (201), (202), (203), (204), (205), (206), (207), (208), (209), (210), (211), (212), (213),
  (214), (215), (216), (217), (218), (219), (220), (221), (222), (223), (224), (225), (226), (227), (228),
  (229), (230), (231), (232), (233), (234), (235), (236), (237), (238), (239), (240), (241), (242), (243),
  (244), (245), (246), (247), (248), (249), (250), (251), (252), (253), (254), (255), (256);

CREATE TABLE CALENDAR.APPOINTMENT (
  ID ${uuid} NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  ORIGIN VARCHAR(60) NOT NULL,
  KIND VARCHAR(60) NOT NULL,
  SOURCE ${uuid} NOT NULL,
  SUBJECT_KIND VARCHAR(20),
  SUBJECT ${uuid},
  CASE_FILE ${uuid},
  PERMISSION VARCHAR(80) NOT NULL,
  TITLE_CS VARCHAR(400) NOT NULL,
  TITLE_PL VARCHAR(400) NOT NULL,
  TITLE_EN VARCHAR(400) NOT NULL,
  HREF VARCHAR(400) NOT NULL,
  STARTS_AT ${instant} NOT NULL,
  ENDS_AT ${instant} NOT NULL,
  ROOM ${uuid} REFERENCES CALENDAR.ROOM (ID),
  TRAVEL_MINUTES INTEGER NOT NULL,
  PEOPLE INTEGER NOT NULL,
  GUESTS INTEGER NOT NULL,
  SERIES ${uuid},
  CANCELLED BOOLEAN NOT NULL,
  -- How often time, place or state changed, for calendars that subscribe.
  SEQUENCE INTEGER NOT NULL,
  CHANGED_AT ${instant} NOT NULL,
  BOOKED_BY ${uuid} NOT NULL,
  CONSTRAINT APPOINTMENT_SOURCE UNIQUE (ORIGIN, SOURCE)
);
CREATE INDEX APPOINTMENT_TIME ON CALENDAR.APPOINTMENT (STARTS_AT, ID);
CREATE INDEX APPOINTMENT_ROOM ON CALENDAR.APPOINTMENT (ROOM, STARTS_AT);
CREATE INDEX APPOINTMENT_SUBJECT ON CALENDAR.APPOINTMENT (SUBJECT, STARTS_AT);

-- Who has to be there. BUSY is the time in which they can be nowhere else, HERE the time in which they are in the
-- house, CAME and WENT what was written down of it.
CREATE TABLE CALENDAR.ATTENDEE (
  ID ${uuid} NOT NULL PRIMARY KEY,
  APPOINTMENT ${uuid} NOT NULL REFERENCES CALENDAR.APPOINTMENT (ID),
  KIND VARCHAR(20) NOT NULL,
  WHO ${uuid} NOT NULL,
  BUSY_FROM ${instant} NOT NULL,
  BUSY_UNTIL ${instant} NOT NULL,
  HERE_FROM ${instant},
  HERE_UNTIL ${instant},
  CAME_AT ${instant},
  WENT_AT ${instant}
);
CREATE INDEX ATTENDEE_WHO ON CALENDAR.ATTENDEE (WHO, BUSY_FROM);
CREATE INDEX ATTENDEE_APPOINTMENT ON CALENDAR.ATTENDEE (APPOINTMENT);
