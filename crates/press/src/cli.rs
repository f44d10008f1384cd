//! The command line. Every option of a build has an environment variable too, since Trunk's hooks
//! take no arguments from whoever runs Trunk.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use newsletter::Severity;
use newsletter::date::Date;
use newsletter_search::{Request, Sort};
use press::check::Format;
use press::config::Arguments;
use press::search::parse_date;

/// Turns a folder of posts into the static files of an archive, and checks them.
///
/// Exit codes: 0 fine, 1 findings at or above --deny (or errors under --strict), 2 could not run.
#[derive(Parser)]
#[command(version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Write the files of the site.
    Build(Build),
    /// Print what is wrong with the posts.
    Check(Check),
    /// Print an issue as a mail: Markdown for a newsletter service, or HTML.
    Email(Email),
    /// Search a built archive.
    Search(Search),
    /// Search a built archive and say why hits stand where they stand.
    Explain(Explain),
}

/// Which archive.
#[derive(Args)]
pub(crate) struct Which {
    /// The folder of posts [default: `posts` in the configuration].
    #[arg(long, value_name = "DIR", env = "MASTHEAD_POSTS")]
    posts: Option<PathBuf>,
    /// A masthead.toml, or a Jekyll _config.yml [default: the one beside or above the posts].
    #[arg(long, value_name = "FILE", env = "MASTHEAD_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Build {
    #[command(flatten)]
    which: Which,
    /// Where the files go. What is there already stays.
    #[arg(long, value_name = "DIR", env = "TRUNK_STAGING_DIR")]
    pub(crate) out: PathBuf,
    /// The path that the site is served under, such as /lwkd/ [default: `baseurl`, else /].
    #[arg(long, value_name = "PATH", env = "TRUNK_PUBLIC_URL")]
    public_url: Option<String>,
    /// The public address of the site, `https://lwkd.info` and the like [default: from the configuration].
    #[arg(long, value_name = "URL", env = "MASTHEAD_SITE_URL")]
    site_url: Option<String>,
    /// The document to make every page from [default: index.html in the output folder].
    #[arg(long, value_name = "FILE")]
    pub(crate) shell: Option<PathBuf>,
    /// The folder of the program that searches [default: only its index is written].
    #[arg(long, value_name = "DIR", env = "MASTHEAD_SEARCH")]
    pub(crate) search: Option<PathBuf>,
    /// The folder of an earlier build, whose pictures are copied where they are still right.
    #[arg(long, value_name = "DIR", env = "TRUNK_DIST_DIR")]
    pub(crate) earlier: Option<PathBuf>,
    /// Take what readers have kept for reading without the network away from them again.
    #[arg(long, env = "MASTHEAD_WITHDRAW")]
    pub(crate) withdraw: bool,
    /// Build nothing if any post has an error.
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Args)]
pub(crate) struct Check {
    #[command(flatten)]
    which: Which,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// The least severity that fails the check.
    #[arg(long, value_enum, default_value = "error")]
    pub(crate) deny: Deny,
    /// What an earlier check printed as text: findings in it are left out.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Email {
    #[command(flatten)]
    which: Which,
    /// The post's file name without its ending, such as 2023-09-03-update.
    pub(crate) slug: String,
    /// Print a mail in HTML instead of Markdown.
    #[arg(long)]
    pub(crate) html: bool,
    /// The public address of the site, `https://lwkd.info` and the like [default: from the configuration].
    #[arg(long, value_name = "URL", env = "MASTHEAD_SITE_URL")]
    site_url: Option<String>,
}

#[derive(Args)]
pub(crate) struct Search {
    /// The folder that `press build` wrote.
    pub(crate) dist: PathBuf,
    /// What to look for; see docs/query-language.md.
    #[arg(required_unless_present = "batch", allow_hyphen_values = true)]
    query: Option<String>,
    /// The id of a section family; several are alternatives.
    #[arg(long, value_name = "F")]
    section: Vec<String>,
    /// The first day of hits, such as 2023-09-05.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    from: Option<Date>,
    /// The last day of hits.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    to: Option<Date>,
    /// The order of hits.
    #[arg(long, value_enum, default_value = "relevance")]
    sort: Order,
    /// How many hits to print at most.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) limit: usize,
    /// Print a line of JSON for each hit.
    #[arg(long)]
    pub(crate) json: bool,
    /// A file of queries, a line of JSON each: {"id", "query", "section"?, "from"?, "to"?}.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "section", "from", "to"])]
    pub(crate) batch: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// The folder that `press build` wrote.
    pub(crate) dist: PathBuf,
    /// What to look for.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
}

/// `newsletter_search::Sort` as a word of the command line.
#[derive(Clone, Copy, ValueEnum)]
enum Order {
    Relevance,
    Newest,
}

/// `newsletter::Severity` as a word of the command line.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Deny {
    Note,
    Warning,
    Error,
}

impl From<Deny> for Severity {
    fn from(deny: Deny) -> Self {
        match deny {
            Deny::Note => Self::Note,
            Deny::Warning => Self::Warning,
            Deny::Error => Self::Error,
        }
    }
}

impl Search {
    pub(crate) fn request(&self) -> Request {
        Request {
            query: self.query.clone().unwrap_or_default(),
            sections: self.section.clone(),
            from: self.from,
            to: self.to,
            sort: match self.sort {
                Order::Relevance => Sort::Relevance,
                Order::Newest => Sort::Newest,
            },
            offset: 0,
            limit: self.limit,
        }
    }
}

impl Build {
    pub(crate) fn arguments(&self) -> Arguments {
        Arguments {
            public_url: self.public_url.clone(),
            site_url: self.site_url.clone(),
            out: Some(self.out.clone()),
            ..self.which.arguments()
        }
    }
}

impl Check {
    pub(crate) fn arguments(&self) -> Arguments {
        self.which.arguments()
    }
}

impl Email {
    pub(crate) fn arguments(&self) -> Arguments {
        Arguments { site_url: self.site_url.clone(), ..self.which.arguments() }
    }
}

impl Which {
    fn arguments(&self) -> Arguments {
        Arguments { posts: self.posts.clone(), config: self.config.clone(), ..Arguments::default() }
    }
}
