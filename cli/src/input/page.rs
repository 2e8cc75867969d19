//! The main text of a web page: headline and paragraphs, without menus, advertisements and related stories.

use dom_smoothie::{Config, Readability, TextMode};

/// What a page says.
pub struct Article {
    pub text: String,
    /// The day of publication, as the page states it.
    pub date: Option<String>,
}

/// The article of a page, or why there is none. Offsets count in this text.
pub fn article(html: &str) -> Result<Article, String> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::new(html, None, Some(config)).map_err(|error| error.to_string())?;
    let article = reader.parse().map_err(|error| format!("no main text: {error}"))?;
    let title = article.title.trim();
    let body = article.text_content.trim();
    // Many pages repeat the headline in the article.
    let text = if title.is_empty() || body.starts_with(title) { body.to_owned() } else { format!("{title}\n\n{body}") };
    if text.is_empty() { Err("no main text".to_owned()) } else { Ok(Article { text, date: article.published_time }) }
}
