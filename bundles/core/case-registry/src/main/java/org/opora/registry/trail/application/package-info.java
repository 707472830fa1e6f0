/** The trail of who did what, as people read it. */
package org.opora.registry.trail.application;
