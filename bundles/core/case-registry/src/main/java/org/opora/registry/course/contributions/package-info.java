/** What the register brings to reports on the course of care. */
package org.opora.registry.course.contributions;
