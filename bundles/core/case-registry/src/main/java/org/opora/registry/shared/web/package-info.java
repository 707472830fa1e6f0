/** What the pages of every subject share. */
package org.opora.registry.shared.web;
