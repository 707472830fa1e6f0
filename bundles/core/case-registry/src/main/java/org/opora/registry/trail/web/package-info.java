/** Pages of the trail. */
package org.opora.registry.trail.web;
