/** The health page, for people and for the launcher. */
package org.opora.operations.health.web;
