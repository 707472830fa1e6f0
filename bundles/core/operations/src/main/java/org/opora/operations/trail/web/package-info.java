/** The sealed trail for the console. */
package org.opora.operations.trail.web;
