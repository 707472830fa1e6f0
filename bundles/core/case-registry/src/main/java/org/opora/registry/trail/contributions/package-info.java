/** Where the trail is found. */
package org.opora.registry.trail.contributions;
